import mqtt from 'mqtt'

globalThis.mqtt = mqtt
