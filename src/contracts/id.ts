import { word } from "./text"

/** An id in a body or in a query string; one in a path is read by `pathId`. */
export const id = word(255).min(1)
