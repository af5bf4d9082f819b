import { loggedAddress } from "./middlewares"

const TOKEN = "Ab0_-".padEnd(43, "x")

describe("C20, C25: an address of a page in the log", () => {
  it.each([
    [`/pages/quick-order/${TOKEN}`, "/pages/quick-order/[token]"],
    [`/PAGES/QUICK-ORDER/${TOKEN}`, "/PAGES/QUICK-ORDER/[token]"],
    [`/Pages/Pay/${TOKEN}?lang=fr`, "/Pages/Pay/[token]"],
    [`/pages/price/${TOKEN}/`, "/pages/price/[token]/"],
    [`/pages/quick-order/l/clink_1/basket?q=${TOKEN}`, "/pages/quick-order/l/clink_1/basket"],
  ])("%s is written as %s", (address, written) => {
    expect(loggedAddress(address)).toBe(written)
  })
})
