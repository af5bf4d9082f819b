import { storeWith } from "../store-config"

/** The built plugin, as a merchant installs it. */
export default storeWith([{ resolve: "../../..", options: {} }])
