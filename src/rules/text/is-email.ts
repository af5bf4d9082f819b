const EMAIL = /^[^\s@<>()",;:\\]{1,64}@[^\s@<>()",;:\\]+\.[^\s@<>()",;:\\.]{2,}$/

/** Whether a text has the shape of an e-mail address that mail servers take: at most 254 signs. */
export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text)
