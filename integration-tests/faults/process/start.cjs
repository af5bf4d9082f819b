// As the `medusa` command does it: TypeScript is compiled as it is loaded.
require("ts-node").register({})
require("./store-process.ts")
