/** How many of several went through; each other one was refused for want of stock. */
export async function countPassed(all: Promise<unknown>[]): Promise<number> {
  const done = await Promise.allSettled(all)
  const reasons = done.flatMap((one) => (one.status === "rejected" ? [one.reason] : []))
  for (const reason of reasons) {
    expect(String(reason.response?.data?.message ?? reason.message)).toMatch(/not enough|required inventory/)
  }
  return done.length - reasons.length
}
