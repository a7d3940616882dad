import { speak } from "/shared/i18n.js";

// The texts of devices and rejected batches, in both languages.
speak({
  zh: {
    devices: "端设备", rejected: "被拒数据", deviceCount: "{0} 台", searchDevice: "搜索单位或代码", allStatuses: "全部状态", allConcerns: "全部关注项",
    "status.online": "在线", "status.unheard": "失去消息", "status.offline": "离线", "status.never": "从未出现",
    "statusHint.unheard": "连接未见结束，但已超过应有的时间没有消息：网关可能已停止。", "concern.refusals": "有拒收", "concern.clock": "时钟偏差", "concern.late": "迟到", "concern.login": "登录被拒",
    device: "端设备", status: "状态", lastSeen: "最近出现", newestReading: "最新读数", clock: "时钟偏差", lateness: "迟到", day24: "24 小时：接收 / 拒收", connection: "连接", unregistered: "未登记",
    noDevices: "没有符合条件的端设备", since3: "自 {0}", ended: "{0} 结束：{1}", "ending.client": "设备正常断开", "ending.will": "设备断开并发布遗嘱", "ending.lost": "连接中断", "ending.keep-alive": "保活超时", "ending.taken-over": "同一客户端重新连接", "ending.error": "违反协议", "ending.gateway": "由网关结束",
    onlineHistory: "在线历史", onlineNote: "{0} 至 {1}，共 {2} 次连接", readingsByHour: "每小时读数", refusalsByReason: "拒收原因", noRefusals: "此期间没有拒收。", clockOffset: "时钟偏差", clockNote: "网关收到时间 − 设备发送时间（中位数，含传输时间）；正值为设备时钟偏慢", latenessNote: "最新读数至收到的时间",
    from: "起", to: "止", protocol: "协议", address: "地址", ending: "结束方式", messages: "消息", accepted: "接收", refused: "拒收", will: "遗嘱", open2: "进行中", days: "{0} 天", earlierDays: "更早", laterDays: "更晚", noHours: "此期间没有数据。",
    loginRefused: "{0} 有登录被拒（{1}，{2}）", rate: "平均每小时 {0} 条消息", rejectedOf: "此设备的被拒数据",
    state: "处理", "state.open": "待处理", "state.redriven": "已重投", "state.all": "全部", anyReason: "全部原因", received: "收到", batch: "批次", reasons2: "原因", remaining: "仍被拒收", noRejected: "没有被拒的批次", noRejectedHint: "被拒的读数会连同原因和原始报文保留在这里。",
    redrive: "重投", redriveAll: "重投筛选出的全部", redriveHint: "登记改正后，把被拒的读数按原接收时间重新送入；已接收的不受影响，重复无妨。", redriveBy: "由谁重投", redriveAsked: "已请求 {0} 批，等待网关……", redriveMore: "还有更多，请再次重投。", redriveNoName: "请先写明由谁重投。",
    refusals: "逐条原因", payload: "原始报文", payloadNote: "{0} 字节", gzip: "gzip 压缩，已解压显示", place: "序号", meter: "计量器具", message: "说明", whole2: "整条", redrives: "重投记录", waitingGateway: "等待网关", outcome: "接收 {0}，仍拒收 {1}", topic: "主题", sent: "发送", registryHint: "改正登记文档（deploy/kilowatch registry apply）后再重投。", notFoundBatch: "没有这个批次",
    "code.unknown-meter": "未登记的计量器具", "code.not-your-meter": "由另一设备采集", "code.bad-time": "时间有误", "code.too-far-in-future": "时间在未来", "code.bad-number": "数值有误", "code.out-of-range": "超出量程", "code.wrong-kind": "类型不符", "code.too-many": "条数过多", "code.malformed": "无法解析", "code.too-large": "报文过大", "code.not-your-topic": "主题不属本设备", "code.bad-code": "编码有误", "code.wrong-period": "频度不符", "code.marked-invalid": "来源标为无效", "code.not-your-enterprise": "非本单位", "code.unknown-device": "未登记的端设备",
  },
  en: {
    devices: "Devices", rejected: "Rejected", deviceCount: "{0} devices", searchDevice: "Search enterprise or code", allStatuses: "Any status", allConcerns: "Any concern",
    "status.online": "Online", "status.unheard": "Unheard of", "status.offline": "Offline", "status.never": "Never seen",
    "statusHint.unheard": "Its connection has not ended, but nothing was heard of it for longer than it should be: the gateway may be gone.", "concern.refusals": "refusals", "concern.clock": "clock", "concern.late": "late", "concern.login": "sign-in refused",
    device: "Device", status: "Status", lastSeen: "Last seen", newestReading: "Newest reading", clock: "Clock offset", lateness: "Lateness", day24: "24 h: accepted / refused", connection: "Connection", unregistered: "not registered",
    noDevices: "No device fits", since3: "since {0}", ended: "ended {0}: {1}", "ending.client": "the device said goodbye", "ending.will": "goodbye, with its will", "ending.lost": "connection lost", "ending.keep-alive": "silent for too long", "ending.taken-over": "connected again", "ending.error": "broke the protocol", "ending.gateway": "ended by the gateway",
    onlineHistory: "Online history", onlineNote: "{0} to {1}, {2} connections", readingsByHour: "Readings by hour", refusalsByReason: "Refusals by reason", noRefusals: "Nothing was refused in this time.", clockOffset: "Clock offset", clockNote: "received by the gateway less sent by the device (median, the way included); positive: the device's clock is slow", latenessNote: "from the newest reading to its receipt",
    from: "From", to: "To", protocol: "Protocol", address: "Address", ending: "How it ended", messages: "Messages", accepted: "Accepted", refused: "Refused", will: "Will", open2: "open", days: "{0} days", earlierDays: "Earlier", laterDays: "Later", noHours: "Nothing came in this time.",
    loginRefused: "A sign-in was refused on {0} ({1}, {2})", rate: "{0} messages an hour on average", rejectedOf: "What this device had rejected",
    state: "State", "state.open": "Open", "state.redriven": "Redriven", "state.all": "All", anyReason: "Any reason", received: "Received", batch: "Batch", reasons2: "Reasons", remaining: "Still refused", noRejected: "No rejected batch", noRejectedHint: "Refused readings are kept here, with the reason and the message as it came.",
    redrive: "Redrive", redriveAll: "Redrive all that fit", redriveHint: "Once the registry is mended, takes the refused readings in again as of the time they were received; what was accepted stays as it is, and repeating it does no harm.", redriveBy: "Who redrives", redriveAsked: "{0} asked for, waiting for a gateway…", redriveMore: "There are more: redrive again.", redriveNoName: "Say who redrives first.",
    refusals: "Every refusal", payload: "Message as it came", payloadNote: "{0} bytes", gzip: "compressed with gzip, shown inflated", place: "Place", meter: "Meter", message: "Why", whole2: "whole", redrives: "Redrives", waitingGateway: "waiting for a gateway", outcome: "{0} accepted, {1} refused still", topic: "Topic", sent: "Sent", registryHint: "Mend the registry document (deploy/kilowatch registry apply), then redrive.", notFoundBatch: "There is no such batch",
    "code.unknown-meter": "unknown meter", "code.not-your-meter": "another device's meter", "code.bad-time": "bad time", "code.too-far-in-future": "in the future", "code.bad-number": "bad number", "code.out-of-range": "out of range", "code.wrong-kind": "wrong kind", "code.too-many": "too many", "code.malformed": "malformed", "code.too-large": "too large", "code.not-your-topic": "another's topic", "code.bad-code": "bad code", "code.wrong-period": "wrong period", "code.marked-invalid": "marked invalid", "code.not-your-enterprise": "another enterprise", "code.unknown-device": "unknown device",
  },
});
