import wefetch from 'wefetch'

globalThis.wefetch = wefetch
