// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Scorecards
package import Tables

/// A fit to a log of messages for machines.
package enum MessageFitDocument {
  package static func json(_ outcome: MessageFitUseCase.Outcome) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("schema_version", .integer(CSVSchema.version)), ("source", .string(outcome.own.source)),
    ]
    members += replay(outcome.own)
    if let predicted = outcome.predicted {
      members.append(
        ("predicted", object([("source", .string(predicted.source))] + replay(predicted))))
    }
    if let writing = outcome.fit.writing { members.append(("writing", json(writing))) }
    members.append(("messages", .string(outcome.block)))
    return object(members)
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONValue.Member($0.0, $0.1) })
  }

  private static func replay(
    _ replay: MessageFitUseCase.Replay
  ) -> [(String, JSONValue)] {
    [
      ("observed", json(replay.observed)), ("simulated", json(replay.simulated)),
      ("by_load", byLoad(replay.observedByLoad)),
      ("simulated_by_load", byLoad(replay.simulatedByLoad)),
    ]
  }

  private static func byLoad(_ loads: [(load: Int, replies: ReplyTimes)]) -> JSONValue {
    .array(
      loads.map { load, replies in
        ["chats_open": .integer(load), "replies": json(replies)]
      })
  }

  private static func json(_ replies: ReplyTimes) -> JSONValue {
    [
      "count": .integer(replies.count), "customer_messages": .integer(replies.messages),
      "chats": .integer(replies.chats), "median_s": .number(replies.median),
      "mean_s": .number(replies.mean),
      "within": .array(
        zip(ReplyTimes.limits, replies.within).map {
          ["limit_s": .number($0), "share": .number($1)]
        }),
      "quantiles": .array(
        zip(ReplyTimes.levels, replies.quantiles).map {
          ["probability": .number($0), "reply_s": .number($1)]
        }),
      "messages_a_round": .number(replies.messagesARound),
      "rounds_a_chat": .number(replies.roundsAChat),
      "errors_by_chat": json(replies.byChat), "errors_by_agent_day": json(replies.byAgentDay),
    ]
  }

  private static func json(_ errors: ReplyTimes.Errors?) -> JSONValue {
    guard let errors else { return .null }
    return [
      "clusters": .integer(errors.clusters), "median_s": .number(errors.median),
      "within_180s": .number(errors.inTime),
    ]
  }

  private static func json(_ writing: WritingSpeed) -> JSONValue {
    [
      "base_s": .number(writing.base), "a_character_s": .number(writing.aCharacter),
      "a_character_lower_95_s": .number(writing.interval.lowerBound),
      "a_character_upper_95_s": .number(writing.interval.upperBound),
      "messages": .integer(writing.count),
      "bins": .array(
        writing.bins.map {
          [
            "shortest_characters": .integer($0.shortest),
            "longest_characters": .integer($0.longest), "messages": .integer($0.count),
            "median_s": .number($0.median),
          ]
        }),
    ]
  }
}
