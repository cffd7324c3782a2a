import { Button, Text, View } from '@tarojs/components'
import Taro, { useLoad } from '@tarojs/taro'
import { useRef, useState } from 'react'

export default function Index() {
  const [text, say] = useState('')
  const api = useRef('https://api.example.com')
  const brewing = useRef()
  useLoad((query) => {
    if (query.api) api.current = decodeURIComponent(query.api)
  })
  const fail = ({ errMsg, message }) => say(errMsg ?? message)

  const listTeas = async () => {
    const { data } = await Taro.request({ url: `${api.current}/goods` })
    say(`Teas: ${data.map((tea) => tea.name).join(', ')}`)
  }
  const brew = () => {
    brewing.current = Taro.request({ url: `${api.current}/slow?ms=60000` })
    brewing.current.then(() => say('Brewed'), fail)
  }
  const stopBrewing = () => brewing.current?.abort()
  const sendLeaf = async () => {
    const filePath = URL.createObjectURL(new File(['a green leaf'], 'leaf.txt'))
    const { data } = await Taro.uploadFile({ url: `${api.current}/upload`, filePath, name: 'leaf' })
    say(`Sent: ${data}`)
  }
  const askKeeper = async () => {
    const socket = await Taro.connectSocket({ url: `${api.current.replace('http', 'ws')}/echo` })
    socket.onOpen(() => socket.send({ data: 'Is it fresh?' }))
    socket.onMessage(({ data }) => {
      say(`Heard: ${data}`)
      socket.close()
    })
  }

  return (
    <View>
      <Text>Tea shop</Text>
      <Button onClick={listTeas}>List teas</Button>
      <Button onClick={brew}>Brew</Button>
      <Button onClick={stopBrewing}>Stop brewing</Button>
      <Button onClick={sendLeaf}>Send a leaf</Button>
      <Button onClick={askKeeper}>Ask the keeper</Button>
      <Text>{text}</Text>
    </View>
  )
}
