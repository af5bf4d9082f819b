/** 256 bits in base64url: 43 signs, of which the last has two bits that are zero. */
const TOKEN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/

/** Whether a text has the shape of a link's token. What has not is answered as a wrong token is (C20). */
export const isLinkToken = (text: string): boolean => TOKEN.test(text)
