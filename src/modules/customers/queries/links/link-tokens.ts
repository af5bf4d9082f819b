import { createHash, randomBytes } from "node:crypto"

/** 256 random bits, in base64url. It is shown once and stored nowhere (C20). */
export const newLinkToken = (): string => randomBytes(32).toString("base64url")

/** What is stored of a token. The token has too many bits to be guessed, so that no salt is needed. */
export const linkTokenHash = (token: string): string => createHash("sha256").update(token).digest("hex")
