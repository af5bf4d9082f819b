/** Text that people read. One operation a file. */
export { oneLine } from "./one-line"
export { tidyName } from "./tidy-name"
export { csvHead, csvRows } from "./csv-file"
