/** Something that is to be drawn: how high it is, is known before it is. */
export interface Box {
  height: number
  draw(y: number): void
}
