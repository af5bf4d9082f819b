import { readDays } from "./reminder-settings-form"

describe("days as they are typed", () => {
  it.each([
    ["7, 5, 3, 1", [7, 5, 3, 1]],
    ["7;5  3", [7, 5, 3]],
    ["", []],
    ["  ", []],
  ])("%j", (typed, days) => {
    expect(readDays(typed)).toEqual(days)
  })

  it.each(["0", "91", "7, 7", "1.5", "-1", "a week", "1,2,3,4,5,6,7,8,9,10,11"])("are none in %j", (typed) => {
    expect(readDays(typed)).toBeNull()
  })
})
