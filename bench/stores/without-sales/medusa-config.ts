import { storeWith } from "../store-config"

/** The built plugin, without the room that `src/workflows/no-sales.js` takes out. */
export default storeWith([{ resolve: "../../..", options: {} }])
