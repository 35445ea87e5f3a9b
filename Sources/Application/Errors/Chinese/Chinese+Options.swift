// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Values of requests that a face refuses before it asks.
  static let options: [String: String] = [
    "--format: only the rules are printed as csv or json.": "--format：只有 rules 可以输出为 csv 或 json。",
    "--columns and --days or --agents need each other.": "--columns 须与 --days 或 --agents 同时给出。",
    "--days and --agents need --plan: the files have the days of one plan.":
      "--days 与 --agents 需要 --plan：文件只含一个方案的各天。",
    "--predict: found without --messages, allowed with it.": "--predict：须与 --messages 一起使用。",
    "two whole numbers, as 2..6, 1 to 64": "两个整数，如 2..6，1 至 64",
    "--rules needs --rule.": "--rules 需要 --rule。",
    "%1: found %2, allowed %3.": "%1：给出 %2，应为 %3。",
    "numbers from %1 to %2, with commas between": "%1 至 %2 的数字，以逗号分隔",
    "numbers from %1 to %2": "%1 至 %2 的数字", "%1% to %2%": "%1% 至 %2%",
    "--chats-replication: found %1, allowed at most %2 numbers, as 0,2,5-7.":
      "--chats-replication：给出 %1，应为数字，至多 %2 个，如 0,2,5-7。",
    "a range such as %1 of at most %2 numbers": "区间，如 %1，至多 %2 个数",
    "minutes that divide a day": "能整除一天的分钟数", "a number above %1": "大于 %1 的数",
    "a number of %1 or more": "%1 或更大的数", "--chats needs --output.": "--chats 需要 --output。",
    "%1T%2Z": "%1T%2Z",
    "under=%1, over=%2, change=%3, weekends=%4, nights=%5, overtime=%6":
      "under=%1, over=%2, change=%3, weekends=%4, nights=%5, overtime=%6",
    "--output needs --decide.": "--output 需要 --decide。",
    "--plan needs --decide.": "--plan 需要 --decide。",
    "--resume needs --output, whose folder it goes on in.":
      "--resume 需要 --output：它在该文件夹中接着运行。",
    "--resume: found --format json, allowed --format table.":
      "--resume：给出 --format json，只可用 --format table。",
    "%1 needs --output or --format json.": "%1 需要 --output 或 --format json。",
    "%1 needs %2.": "%1 需要 %2。",
    "a name that ends in .sqlite or .db": "以 .sqlite 或 .db 结尾的文件名",
    "a name that ends in .xlsx": "以 .xlsx 结尾的文件名",
    "--time-zone: no time zone %1.": "--time-zone：没有时区 %1。",
    "--lang %1: the reference of keys is in English.": "--lang %1：键的参考只有英文。",
    "a share from %1 to %2, or with %": "%1 至 %2 的比例，或带 %", "%1 to %2 values": "%1 至 %2 个值",
    "a scenario file": "场景文件", "%1: not allowed beside %2.": "%1：不能与 %2 并用。",
    "--compose: not allowed beside a scenario file.": "--compose：不能与场景文件并用。",
    "--rates: not allowed beside %1.": "--rates：不能与 %1 并用。",
    "--target, --most-occupancy: not allowed beside %1.": "--target、--most-occupancy：不能与 %1 并用。",
    "%1: missing beside the other two of a desk.": "%1：缺少，单个服务台的三项须同时给出。",
    "%1: missing; turn-taking needs --compose, --think, --messages.":
      "%1：缺少；轮流书写需要 --compose、--think、--messages。",
    "--handling: missing beside --rates.": "--handling：使用 --rates 时必须给出。",
    "--patience-cv: missing beside --patience-law %1.": "--patience-cv：使用 --patience-law %1 时必须给出。",
    "--plan: needs a scenario file.": "--plan：需要场景文件。",
    "--handling-cv: needs --rates.": "--handling-cv：需要 --rates。",
    "--patience-law: needs --patience, its mean.": "--patience-law：需要其均值 --patience。",
    "--patience-cv: needs --patience-law lognormal or gamma.":
      "--patience-cv：需要 --patience-law 为 lognormal 或 gamma。",
    "--shrinkage: needs --target or --most-occupancy.":
      "--shrinkage：需要 --target 或 --most-occupancy。",
    "found no question, allowed a scenario file, or --per-hour, --handling and --agents (or "
      + "--target), or --compose, --think and --messages, or --rates and --handling.":
      "没有给出问题；可给出场景文件，或 --per-hour、--handling 与 --agents（或 --target），或 --compose、"
      + "--think 与 --messages，或 --rates 与 --handling。",
  ]
}
