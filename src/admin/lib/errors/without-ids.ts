/** An id as Medusa makes it: `prod_01J9…`, with what is derived from it (`order_01J9…_2`). */
const ID = /"?\b[a-z]+(?:_[a-z]+)*_[0-9A-HJKMNP-TV-Z]{26}(?:_\w+)?\b"?/g

/** The server's words without the ids in them, which say nothing to a reader. */
export const withoutIds = (message: string): string => message.replace(ID, "…")
