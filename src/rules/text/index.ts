/** Text that people read. One operation a file. */
export { isEmail } from "./is-email"
export { oneLine } from "./one-line"
export { tidyName } from "./tidy-name"
export { csvHead, csvRows } from "./csv-file"
