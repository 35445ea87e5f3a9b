// SPDX-License-Identifier: GPL-3.0-or-later

import CommandLineInterface
import Dispatch

prepareProcess()

// The main thread waits for the command instead of serving Dispatch's main queue, which nothing
// here uses and which valgrind cannot follow.
let isOver = DispatchSemaphore(value: 0)
Task.detached {
  await runInquiry()
  isOver.signal()
}
isOver.wait()
