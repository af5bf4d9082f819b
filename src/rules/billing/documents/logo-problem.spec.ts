import { logoProblem } from "./logo-problem"

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const png = (width: number, height: number): Uint8Array =>
  Uint8Array.from([...PNG, 0, 0, 0, 13, 73, 72, 68, 82, ...bytes(width), ...bytes(height)])
const bytes = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
const jpeg = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    1,
    1,
    0xff,
    0xc0,
    0,
    17,
    8,
    ...bytes(height).slice(2),
    ...bytes(width).slice(2),
    3,
  ])

describe("logoProblem", () => {
  it("takes PNG and JPEG files of a sensible size", () => {
    expect([png(170, 48), jpeg(800, 600)].map(logoProblem)).toEqual([null, null])
  })

  it("refuses what is no picture, is too large, or has no size", () => {
    expect(logoProblem(Buffer.from("<svg/>"))).toMatch(/neither a PNG nor a JPEG/)
    expect(logoProblem(new Uint8Array())).toMatch(/neither/)
    expect(logoProblem(Uint8Array.from([0xff, 0xd8, 0xff]))).toMatch(/neither/)
    expect(logoProblem(png(0, 48))).toMatch(/no size/)
    expect(logoProblem(png(100_000, 100_000))).toMatch(/16 million/)
    expect(logoProblem(new Uint8Array(1_000_001))).toMatch(/more than 1 MB/)
  })
})
