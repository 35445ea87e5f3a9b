// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scorecards
import Testing

/// What a log of messages tells of turns, on logs small enough to count by hand.
struct MessageFitTests {
  /// Chats of one round each: the customer writes, the agent answers after so many seconds.
  private func chats(_ waits: [Int], agents: Int = 2) throws -> MessageTurns {
    var text = "time,side,session,agent\n"
    for (chat, wait) in waits.enumerated() {
      let start = chat * 4000
      let agent = chat % agents
      for (side, time, name) in [("customer", start, ""), ("agent", start + wait, "a\(agent)")] {
        let (day, second) = time.quotientAndRemainder(dividingBy: 86_400)
        let clock = String(
          format: "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60)
        text += "2026-03-\(String(format: "%02d", day + 2))T\(clock),\(side),\(chat),\(name)\n"
      }
    }
    return MessageTurns(try MessageReader().read(text: text).log)
  }

  @Test func `replies have their median, shares and messages`() throws {
    let turns = MessageTurns(
      try log(
        """
        10:00:00 customer one
        10:00:20 customer one
        10:01:00 agent one one li
        10:02:00 customer one
        10:06:00 agent one one li
        10:06:30 agent one one li
        10:00:30 customer two
        10:02:00 agent two two li
        """))
    let replies = try #require(ReplyTimes(turns.rounds))
    #expect(replies.count == 3 && replies.messages == 4 && replies.chats == 2)
    #expect(replies.median == 90 && replies.within == [1.0 / 3, 2.0 / 3, 1])
    #expect(turns.gaps == [20] && turns.pauses == [60])
    #expect(turns.followUps == [MessageTurns.FollowUp(seconds: 30, characters: nil)])
    #expect(turns.rounds.map(\.load) == [1, 2, 2] && turns.agentsAtOnce == 1)
  }

  @Test func `errors by cluster grow where a cluster's rounds are alike`() throws {
    // Of two agents one answers within a minute and one never does.
    let alike = try chats((0..<40).map { $0 % 2 == 0 ? 30 : 600 })
    let mixed = try chats((0..<40).map { $0 / 2 % 2 == 0 ? 30 : 600 })
    let (one, other) = (
      try #require(ReplyTimes(alike.rounds)), try #require(ReplyTimes(mixed.rounds))
    )
    #expect(one.inTime == 0.5 && other.inTime == 0.5)
    let (clustered, free) = (try #require(one.byAgentDay), try #require(other.byAgentDay))
    #expect(clustered.clusters == free.clusters && clustered.inTime > 4 * free.inTime)
    // Chats of one round each are the rounds: the textbook's error.
    let textbook = (0.25 / 39).squareRoot()
    #expect(abs(try #require(one.byChat).inTime - textbook) < 1e-12)
  }

  @Test func `writing against length is found beside breaks`() throws {
    let messages = (0..<200).map { number in
      MessageTurns.FollowUp(
        seconds: number % 10 == 0 ? 900 : 5 + 0.25 * Double(number), characters: number)
    }
    let writing = try #require(WritingSpeed(messages))
    #expect(abs(writing.aCharacter - 0.25) < 0.01 && abs(writing.base - 5) < 1)
    #expect(writing.interval.contains(0.25) && writing.count == 200)
    #expect(writing.bins.map(\.count) == [50, 50, 50, 50])
    #expect(writing.bins[3].median > 3 * writing.bins[0].median)
    #expect(WritingSpeed(Array(messages.prefix(19))) == nil)
  }

  @Test func `lengths are read where they are asked for`() throws {
    let text = """
      time,side,session,agent,text
      2026-03-02 09:00:00,customer,1,,hello
      2026-03-02 09:00:10,agent,1,li,你好
      2026-03-02 09:00:15,agent,1,li,请稍等
      """
    let read = try MessageReader(keepsLengths: true).read(text: text).log
    #expect(read.characters == [5, 2, 3])
    #expect(MessageTurns(read).followUps.first?.characters == 3)
    #expect(try MessageReader().read(text: text).log.characters.isEmpty)
  }

  @Test func `the delay that was put into replies is found again`() throws {
    // Without a delay replies take 5 to 24 s; with it half of them 64 s longer.
    let quick = try chats((0..<400).map { 5 + $0 % 20 })
    let late = try chats((0..<400).map { 5 + $0 % 20 + ($0 / 20 % 2 == 0 ? 64 : 0) })
    var search = AttentionSearch(to: late.rounds)
    #expect(search.attention.values == [0])
    let goesOn = search.learn(quick.rounds)
    #expect(goesOn)
    let found = search.attention
    #expect(abs(found.mean - 32) < 4)
    let near = zip(found.values, found.weights).reduce(0) {
      $0 + ((40...95).contains($1.0) ? $1.1 : 0)
    }
    #expect(abs(near / found.weights.reduce(0, +) - 0.5) < 0.06)
    // The replies themselves are what the best delay gives back.
    let goesFurther = search.learn(late.rounds)
    #expect(!goesFurther && search.best == found && search.distance == 0)
  }
}
