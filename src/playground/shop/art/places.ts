import type { PlaceId } from '../data/tea.ts'
import { drawLandscape } from './landscape.ts'

/** The picture of each place of origin, as the image server would send it. */
export const placePictures: Readonly<Record<PlaceId, string>> = {
  lakeside: drawLandscape(
    {
      sky: ['#cfe3d8', '#f4efdd'],
      sun: '#f6c56f',
      ridges: ['#a9c9bb', '#7fae97', '#568f73', '#3c7357'],
      bush: ['#7fb277', '#3f7d56'],
      water: '#b7d6cd',
    },
    'lake',
    2,
  ),
  island: drawLandscape(
    {
      sky: ['#bcd9e6', '#f2efe0'],
      sun: '#fbe3a1',
      ridges: ['#a3c6d2', '#74a9ae', '#4b8c86', '#35706a'],
      bush: ['#8abf8c', '#3c8067'],
      water: '#a6d0da',
    },
    'lake',
    5,
  ),
  coast: drawLandscape(
    {
      sky: ['#f3d9c4', '#fbf1df'],
      sun: '#f0935e',
      ridges: ['#e0c0a8', '#b9b08c', '#859a72', '#5d7f5b'],
      bush: ['#a7bf7a', '#5b8455'],
      water: '#f0d9c2',
    },
    'terraces',
    8,
  ),
  cliffs: drawLandscape(
    {
      sky: ['#d8d3e4', '#f6e7da'],
      sun: '#e9825f',
      ridges: ['#bfb2c4', '#98808f', '#75625f', '#4f5b4a'],
      bush: ['#86a06c', '#47694c'],
      water: '#d8cfd8',
    },
    'cliffs',
    3,
  ),
  highland: drawLandscape(
    {
      sky: ['#c9dbe8', '#f7f3e6'],
      sun: '#fff3c9',
      ridges: ['#b3c8d3', '#86aaa6', '#5a8c74', '#3d6f55'],
      bush: ['#86b76b', '#3f7a4b'],
      water: '#c5dce0',
    },
    'terraces',
    11,
  ),
  kiln: drawLandscape(
    {
      sky: ['#f1ddbe', '#f9efdc'],
      sun: '#eda45b',
      ridges: ['#dcc5a2', '#b9a883', '#8f946c', '#647a56'],
      bush: ['#a4b773', '#5c7d4f'],
      water: '#e8d7b8',
    },
    'kiln',
    6,
  ),
}
