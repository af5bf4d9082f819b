/** Whether a text is a plain decimal that rules can count with. */
export const isDecimal = (text: string): boolean => /^\d{1,15}(\.\d{1,12})?$/.test(text)
