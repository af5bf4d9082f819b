import { spawnSync } from "node:child_process"
import { Stop } from "../machine/say.mjs"

const idOf = (name) => {
  const answer = spawnSync("id", ["-u", name], { encoding: "utf8" })
  const group = spawnSync("id", ["-g", name], { encoding: "utf8" })
  return answer.status === 0 && group.status === 0 ? { uid: Number(answer.stdout), gid: Number(group.stdout) } : null
}

/**
 * Who runs PostgreSQL: it refuses to run as root, so root lends it another user that every system has. Nobody else is
 * needed otherwise: `{}`.
 */
export function childUser() {
  if (process.platform === "win32") {
    throw new Stop("The embedded PostgreSQL is for Linux and macOS. On Windows, set DATABASE_URL.")
  }
  if (process.getuid?.() !== 0) {
    return {}
  }
  const user = idOf("postgres") ?? idOf("nobody")
  if (!user) {
    throw new Stop(
      'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as. ' +
        "Start as an ordinary user, or set DATABASE_URL.",
    )
  }
  return user
}

/** Whether that user can reach and execute (a folder: enter) the path. The kernel is asked, so mode bits of all parents and ACLs count. */
export function canReach(path, user) {
  const answer = spawnSync("/bin/sh", ["-c", 'test -x "$0"', path], { ...user, cwd: "/" })
  return answer.status === 0
}
