/** Where a floating panel stands, px of the window. */
export interface FloatBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface View {
  readonly width: number
  readonly height: number
}

const LEAST = { width: 360, height: 240 }

/** At the lower end of the window, where it hides least of most pages. */
export function firstFloatBox(view: View): FloatBox {
  const width = Math.min(760, view.width - 32)
  const height = Math.min(480, view.height - 32)
  return fitFloatBox({ left: view.width - width - 16, top: view.height - height - 16, width, height }, view)
}

/** The whole of it in the window, whose size may have changed since. */
export function fitFloatBox(box: FloatBox, view: View): FloatBox {
  const width = Math.round(between(Math.min(LEAST.width, view.width), box.width, view.width))
  const height = Math.round(between(Math.min(LEAST.height, view.height), box.height, view.height))
  return {
    left: Math.round(between(0, box.left, view.width - width)),
    top: Math.round(between(0, box.top, view.height - height)),
    width,
    height,
  }
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
