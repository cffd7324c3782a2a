const split = (text: string): readonly string[] => text.split(' ')

/** What names, addresses and texts are drawn from. */
export const FIRST_NAMES = split(
  'James John Robert Michael William David Richard Joseph Thomas Daniel Mark Donald George Kevin Mary Patricia Linda Barbara Elizabeth Jennifer Maria Susan Margaret Lisa Nancy Karen Helen Sandra Ruth Sharon Laura Amy Anna',
)
export const LAST_NAMES = split(
  'Smith Johnson Williams Brown Jones Miller Davis Garcia Rodriguez Wilson Martinez Anderson Taylor Thomas Moore Martin Jackson White Lopez Lee Harris Clark Lewis Walker Perez Hall Young Allen',
)
export const FAMILY_NAMES = split(
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏',
)
export const GIVEN_NAMES = split('伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英')
export const REGIONS = split('东北 华北 华东 华中 华南 西南 西北')
/** Code and name of a province, and of each of its cities the name and two counties. */
export const PROVINCES = [
  '110000 北京 北京市,东城区,海淀区',
  '310000 上海 上海市,黄浦区,浦东新区',
  '320000 江苏省 南京市,玄武区,鼓楼区 苏州市,姑苏区,昆山市',
  '330000 浙江省 杭州市,西湖区,余杭区 宁波市,海曙区,慈溪市',
  '350000 福建省 福州市,鼓楼区,长乐区 厦门市,思明区,集美区',
  '370000 山东省 济南市,历下区,章丘区 青岛市,市南区,崂山区',
  '420000 湖北省 武汉市,江岸区,武昌区 宜昌市,西陵区,夷陵区',
  '430000 湖南省 长沙市,芙蓉区,岳麓区 岳阳市,岳阳楼区,汨罗市',
  '440000 广东省 广州市,天河区,番禺区 深圳市,南山区,福田区',
  '510000 四川省 成都市,锦江区,武侯区 绵阳市,涪城区,江油市',
  '530000 云南省 昆明市,五华区,呈贡区 大理白族自治州,大理市,祥云县',
  '610000 陕西省 西安市,碑林区,雁塔区 咸阳市,秦都区,兴平市',
].map((line) => {
  const [id = '', name = '', ...cities] = split(line)
  return { id, name, cities: cities.map((city) => city.split(',')) }
})
export const PROTOCOLS = split('http ftp gopher mailto mid cid news nntp prospero telnet rlogin tn3270 wais')
export const DOMAINS = split('com net org edu gov cn com.cn net.cn org.cn info name io me tv cc biz asia travel hk')
export const IMAGE_SIZES = split(
  '300x250 250x250 240x400 336x280 180x150 720x300 468x60 234x60 120x90 120x60 120x240 125x125 728x90 160x600 300x600',
)
export const HAN =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题'
