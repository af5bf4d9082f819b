/** Above 0 up to 100, with at most two decimals. */
export const PERCENT = /^(100(\.0{1,2})?|(?!0(\.0{1,2})?$)\d{1,2}(\.\d{1,2})?)$/
