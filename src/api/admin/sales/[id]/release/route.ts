import { ownChange } from "../../own-change"

export const POST = ownChange("release")
