import { useCallback, useEffect, useState } from 'react'

export const SCREENS = ['preview', 'playground', 'lessons'] as const
export type ScreenName = (typeof SCREENS)[number]

/** What of the page is shown. It stands in the address, so that a link leads there. */
export interface PagePlace {
  readonly screen: ScreenName
  /** The id of a lesson; of one that is not there the list of all is shown. */
  readonly lesson?: string
  /** A step of that lesson, from 1. */
  readonly step?: number
  /** A lesson as it is shown to a class. */
  readonly teacher?: true
}

export function parsePlace(search: string): PagePlace {
  const query = new URLSearchParams(search)
  const screen = SCREENS.find((name) => name === query.get('screen'))
  const lesson = query.get('lesson')
  const step = Number(query.get('step'))
  return {
    screen: screen ?? (lesson ? 'lessons' : 'preview'),
    ...(lesson ? { lesson } : {}),
    ...(lesson && Number.isInteger(step) && step >= 1 ? { step } : {}),
    ...(lesson && query.get('teacher') === '1' ? { teacher: true } : {}),
  }
}

/** The address of a place; whatever else the present one asks for stays. */
export function searchOf(place: PagePlace, search: string): string {
  const query = new URLSearchParams(search)
  for (const name of ['screen', 'lesson', 'step', 'teacher']) query.delete(name)
  if (place.screen !== 'preview') query.set('screen', place.screen)
  if (place.lesson) query.set('lesson', place.lesson)
  if (place.step !== undefined) query.set('step', String(place.step))
  if (place.teacher) query.set('teacher', '1')
  const next = query.toString()
  return next === '' ? '' : `?${next}`
}

/** The place of the page, and how to go to another. The browser's Back leads to the one before. */
export function usePagePlace(): readonly [PagePlace, (place: PagePlace) => void] {
  const [place, setPlace] = useState(() => parsePlace(location.search))
  useEffect(() => {
    const follow = () => setPlace(parsePlace(location.search))
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const go = useCallback((next: PagePlace) => {
    const search = searchOf(next, location.search)
    // Back leads to another place, not to this one again.
    if (search === searchOf(parsePlace(location.search), location.search)) return
    history.pushState(null, '', `${location.pathname}${search}${location.hash}`)
    setPlace(next)
  }, [])
  return [place, go]
}
