import { storeWith } from "../store-config"

/** The built plugin, from which `src/workflows/pruning.js` takes the look at each answer of the Store API. */
export default storeWith([{ resolve: "../../..", options: {} }])
