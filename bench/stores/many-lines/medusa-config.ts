import { storeWith } from "../store-config"

export default storeWith([])
