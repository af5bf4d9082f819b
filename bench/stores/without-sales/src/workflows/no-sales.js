// The very file that the store has loaded as its plugin.
const { orderRooms } = require("../../../../../.medusa/server/src/workflows/rooms")

const at = orderRooms.findIndex(({ room }) => room === "sales")
if (at < 0) {
  throw new Error("The plugin has no room for sales any more: there is nothing to compare with")
}
orderRooms.splice(at, 1)
