/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89 }
export const MARGIN = { left: 50, right: 50, top: 50, bottom: 76 }
export const CONTENT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right
export const RIGHT = PAGE.width - MARGIN.right
/** Where the rows of a page end. */
export const BOTTOM = PAGE.height - MARGIN.bottom

export const INK = "#111827"
export const PALE = "#4b5563"
export const RULE = "#d1d5db"

export const SIZE = { title: 18, text: 9, small: 7.5, strong: 10.5 }
/** From one baseline to the next, in multiples of the size. */
export const LEADING = 1.38
