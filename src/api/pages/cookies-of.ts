import type { MedusaRequest } from "@medusajs/framework/http"

/** The cookies of a name and a path: a browser may send several. */
export const cookiesOf = (req: MedusaRequest, cookie: string): string[] =>
  (req.headers.cookie ?? "").split(";").flatMap((part) => {
    const [name, value] = part.trim().split("=", 2)
    return name === cookie && value ? [value] : []
  })
