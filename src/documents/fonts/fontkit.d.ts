/** The part of `fontkit` that documents use. */
declare module "fontkit" {
  export interface Font {
    postscriptName: string
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string): { advanceWidth: number }
  }
  export function create(data: Uint8Array): Font
}
