// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Testing

struct ThreadShareTests {
  @Test func `threads of jobs that have ended go to the others, and never more than there are`() {
    let share = ThreadShare(total: 4, jobs: 3)
    #expect(share.each == 1)
    share.release()
    #expect(share.each == 2)
    share.release()
    #expect(share.each == 4)
    share.release()
    #expect(share.each == 4)
    #expect(ThreadShare(total: 2, jobs: 5).each == 1)
  }
}
