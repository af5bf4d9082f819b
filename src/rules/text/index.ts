/** Text that people read. One operation a file. */
export { tidyName } from "./tidy-name"
