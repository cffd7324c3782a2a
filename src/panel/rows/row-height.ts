/** px; the same as the token `--row`. Rows are all alike, so that the place of any of them can be told without drawing it. */
export const ROW_HEIGHT = 26
