// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says by itself, in the language of the document.

const texts = {
  en: {
    working: "Working …", saved: "Saved", kept: "Edits kept beside the file", notKept: "Edits not kept",
    value: "value", help: "Help", standard: "usual", required: "needed", allowed: "allowed",
    to: "to", move: "Move", remove: "Remove", changed: "changed from",
    noForm: "The form comes back when the text is YAML again: see the marked lines.",
    line: "Line", mistakes: n => n === 1 ? "One mistake" : `${n} mistakes`, none: "No mistakes.",
    further: "Further keys", copied: "Copied: ", cannotCopy: "Copy this line: ",
    shared: (places, anchor) => `This value stands behind &${anchor} and is used in ${places} places.`,
    everywhere: "Change it everywhere", here: "Only here", cancel: "Cancel",
    theirs: "Load that one", mine: "Keep mine",
    fileChanged: "Somebody else has changed the file while it was open here.",
    draftChanged: "Another tab has changed this scenario.",
    draftFound: "Edits that were not saved are shown.", discard: "Discard them", fine: "Fine",
    gone: "The file is not there any more. Nothing of what you see is lost: download it.",
    lost: "The program does not answer: is inquiry serve still running? Nothing of what you see is lost.",
    preparing: "Preparing the file: every replication is run …", ready: "Downloaded: ",
    learning: "Learning from the history …", making: "Making the scenario …",
    tooLarge: "The file is larger than 256 MB. Use the command line, which reads larger files: inquiry fit.",
    oneFile: "Drop one CSV file.", cannotShow: "No figures:", noKey: "The scenario has no such value: ",
    beforeSave: "Save first: the command reads the file.", figures: "Figures as of",
    baseline: "Differences are to the pinned baseline.",
  },
  zh: {
    working: "计算中……", saved: "已保存", kept: "更改已存于文件旁", notKept: "更改未能保存",
    value: "值", help: "说明", standard: "默认", required: "必填", allowed: "允许",
    to: "至", move: "变动", remove: "移除", changed: "原为",
    noForm: "文本恢复为合法 YAML 后表单才可用：请看标出的行。",
    line: "第", mistakes: n => `${n} 处错误`, none: "没有错误。",
    further: "其他可填项", copied: "已复制：", cannotCopy: "请复制此行：",
    shared: (places, anchor) => `该值由 &${anchor} 定义，共用于 ${places} 处。`,
    everywhere: "全部更改", here: "只改此处", cancel: "取消",
    theirs: "载入对方版本", mine: "保留我的",
    fileChanged: "文件在此打开期间已被他人更改。",
    draftChanged: "另一个标签页已更改此场景。",
    draftFound: "已显示尚未保存的更改。", discard: "放弃这些更改", fine: "好",
    gone: "文件已不存在。页面上的内容没有丢失：可以下载。",
    lost: "程序没有应答：inquiry serve 还在运行吗？页面上的内容没有丢失。",
    preparing: "正在准备文件：运行全部模拟……", ready: "已下载：",
    learning: "正在从历史记录学习……", making: "正在生成场景……",
    tooLarge: "文件超过 256 MB。更大的文件请用命令行：inquiry fit。",
    oneFile: "请拖入一个 CSV 文件。", cannotShow: "没有数字：", noKey: "场景中没有该值：",
    beforeSave: "请先保存：命令读取的是文件。", figures: "数字对应",
    baseline: "差值相对于已固定的基准。",
  },
};

export const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
export const words = texts[language];
