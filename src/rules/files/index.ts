/** Files that people send. One operation a file. */
export { decodeFile } from "./decode-file"
export { readBase64 } from "./read-base64"
export { detectDelimiter, readTable, type RowProblem, type TableRow, type ReadTable } from "./read-table"
