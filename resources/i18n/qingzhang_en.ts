<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutPage</name>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>许可</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>只存在本机，不联网</source>
        <translation>On this computer only; nothing goes online</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>法律条文与期限只是提示，不是法律意见</source>
        <translation>Articles and periods of law are hints, not legal advice</translation>
    </message>
    <message>
        <source>组成</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>AccountWindow</name>
    <message>
        <source>对账明细</source>
        <translation>Statement of account</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>最早</source>
        <translation>beginning</translation>
    </message>
    <message>
        <source>复制整表</source>
        <translation>Copy table</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>单据号</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>应收增加</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>应收减少</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>抵充明细</source>
        <translation>Applied to</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>日期不详</source>
        <translation>Day unknown</translation>
    </message>
    <message>
        <source>期初 %1，增加 %2，减少 %3，期末 %4</source>
        <translation>Opening %1, debits %2, credits %3, closing %4</translation>
    </message>
    <message>
        <source>核对：%1 未收债权合计 %2 − 预收 %3 = 期末余额，相符</source>
        <translation>Check on %1: open claims %2 − advance %3 = closing balance; they agree</translation>
    </message>
    <message>
        <source>核对：%1 未收债权合计 %2 − 预收 %3 与期末余额相差 %4，请运行数据校验</source>
        <translation>Check on %1: open claims %2 − advance %3 differ from the closing balance by %4; verify the data</translation>
    </message>
    <message>
        <source> ＋ 费用、利息和违约金 %1</source>
        <translation> + costs, interest and penalties %1</translation>
    </message>
    <message>
        <source>已复制，可粘贴到 Excel</source>
        <translation>Copied; paste it into Excel</translation>
    </message>
    <message>
        <source>导出对账明细</source>
        <translation>Export the statement</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>已导出到 %1</source>
        <translation>Exported to %1</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>登记对保证人的行为</source>
        <translation>Act towards a guarantor</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>妥投记录、收件回执等</source>
        <translation>Delivery record, filing receipt and the like</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>函件以到达日为准，起诉以提交日为准</source>
        <translation>A letter counts on arrival, a suit on filing</translation>
    </message>
    <message>
        <source>行为</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>证据文件</source>
        <translation>Evidence file</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>请填写日期，如 2026-11-20</source>
        <translation>Fill in a day, e.g. 2026-11-20</translation>
    </message>
    <message>
        <source>登记行为</source>
        <translation>Add act</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>债务人地址</source>
        <translation>Addresses of the debtor</translation>
    </message>
    <message>
        <source>另一地址</source>
        <translation>Another address</translation>
    </message>
    <message>
        <source>邮编</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>地址来源</source>
        <translation>Source of the address</translation>
    </message>
    <message>
        <source>不再使用：%1</source>
        <translation>No longer in use: %1</translation>
    </message>
</context>
<context>
    <name>AgingStrip</name>
    <message>
        <source>无到期日</source>
        <translation>No due date</translation>
    </message>
    <message>
        <source>贷方余额</source>
        <translation>Credit balance</translation>
    </message>
</context>
<context>
    <name>AgingWindow</name>
    <message>
        <source>账龄</source>
        <translation>Aging</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>按债务人</source>
        <translation>By debtor</translation>
    </message>
    <message>
        <source>按债权</source>
        <translation>By claim</translation>
    </message>
    <message>
        <source>按行业</source>
        <translation>By industry</translation>
    </message>
    <message>
        <source>按负责人</source>
        <translation>By owner</translation>
    </message>
    <message>
        <source>截止日</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>账龄分段的末日</source>
        <translation>Last days of the bands</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>债权</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>not given</translation>
    </message>
    <message>
        <source>币种</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>最长逾期</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>核对：各段合计 = %1 账面净额 %2，相符。只计截止日已开单、已到账的；无到期日和贷方余额单列。</source>
        <translation>Check: the bands add up to the ledger of %1, %2. Only what had been issued and received by that day counts; undated claims and credit stand apart.</translation>
    </message>
    <message>
        <source>核对：各段合计与 %1 账面净额 %2 不符，相差 %3。请运行数据校验。</source>
        <translation>Check: the bands do not add up to the ledger of %1, %2; they differ by %3. Verify the data.</translation>
    </message>
    <message>
        <source>合计 %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>导出账龄</source>
        <translation>Export the aging</translation>
    </message>
    <message>
        <source>正在导出账龄</source>
        <translation>Exporting the aging</translation>
    </message>
    <message>
        <source>已导出到 %1</source>
        <translation>Exported to %1</translation>
    </message>
</context>
<context>
    <name>ApprovalsWindow</name>
    <message>
        <source>待批准</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>不批准</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>等待批准</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>设置了人员后，核销、减免违约金和大额协议须由另一人批准，会列在这里。</source>
        <translation>Once people are set up, write-offs, waived penalties and large plans need somebody else&apos;s approval and stand here.</translation>
    </message>
    <message>
        <source>没有等待批准的事项</source>
        <translation>Nothing waits for approval</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>提请人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Decision</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>恢复默认列</source>
        <translation>Restore default columns</translation>
    </message>
</context>
<context>
    <name>ArrivalWords</name>
    <message numerus="yes">
        <source>%1 份台账等待处理</source>
        <translation>
            <numerusform>%1 ledger waits for you</numerusform>
            <numerusform>%1 ledgers wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 份内容重复，没有入账</source>
        <translation>
            <numerusform>%1 was known before and not booked</numerusform>
            <numerusform>%1 were known before and not booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>已自动导入 %1 份台账：新增 %2，变化 %3</source>
        <translation>
            <numerusform>%1 ledger imported by itself: %2 new, %3 changed</numerusform>
            <numerusform>%1 ledgers imported by themselves: %2 new, %3 changed</numerusform>
        </translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>缺失</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>No change</translation>
    </message>
</context>
<context>
    <name>ArrivalsLine</name>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>再看一次</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>文件夹里没有新台账</source>
        <translation>No new ledger in the folder</translation>
    </message>
</context>
<context>
    <name>ArrivalsWatch</name>
    <message>
        <source>正在读取新到的台账</source>
        <translation>Reading new ledgers</translation>
    </message>
</context>
<context>
    <name>ArrivalsWindow</name>
    <message>
        <source>自动导入的台账</source>
        <translation>Ledgers imported by themselves</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>What came of it</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>现在查看</source>
        <translation>Look now</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>还没有自动导入过台账</source>
        <translation>No ledger has come by itself yet</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>把 ERP 导出的台账放进一个文件夹，打开程序时和每天定时自动导入。</source>
        <translation>Have your ERP export its ledgers into a folder: they are imported when the program opens and once a day.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>撤销整批</source>
        <translation>Undo import</translation>
    </message>
    <message>
        <source>全部已阅</source>
        <translation>Mark all as seen</translation>
    </message>
    <message>
        <source>打开程序时和每天 %1 点查看 %2</source>
        <translation>Looked into when the program opens and every day at %1:00: %2</translation>
    </message>
    <message>
        <source>没有选择文件夹，现在不会自动导入</source>
        <translation>No folder is chosen; nothing is imported by itself</translation>
    </message>
    <message>
        <source>打开核对</source>
        <translation>Open in import</translation>
    </message>
    <message>
        <source>已阅</source>
        <translation>Mark as seen</translation>
    </message>
</context>
<context>
    <name>AsideDialog</name>
    <message>
        <source>搁置到账</source>
        <translation>Set money aside</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>内部转账</source>
        <translation>Own transfer</translation>
    </message>
    <message>
        <source>退款</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>税费返还</source>
        <translation>Tax refund</translation>
    </message>
    <message>
        <source>其他收入</source>
        <translation>Other income</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Please give a reason</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message numerus="yes">
        <source>分配 %1 笔债权</source>
        <translation>
            <numerusform>Assign %1 claim</numerusform>
            <numerusform>Assign %1 claims</numerusform>
        </translation>
    </message>
    <message>
        <source>分配</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>负责人姓名</source>
        <translation>Name of the owner</translation>
    </message>
    <message>
        <source>（不指定）</source>
        <translation>(nobody)</translation>
    </message>
    <message>
        <source>交接说明，写进每笔债权的备注</source>
        <translation>Hand-over note, kept with each claim</translation>
    </message>
    <message>
        <source>交接说明</source>
        <translation>Hand-over note</translation>
    </message>
</context>
<context>
    <name>BackupWatch</name>
    <message>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
</context>
<context>
    <name>BankColumns</name>
    <message>
        <source>付款人</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>到账日</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>认款</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>附言</source>
        <translation>Memo</translation>
    </message>
</context>
<context>
    <name>BankPane</name>
    <message>
        <source>选中一笔到账，这里显示认款理由和抵充</source>
        <translation>Select a line to see whose it is, why, and what it would pay</translation>
    </message>
    <message>
        <source>付款账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>附言</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>流水号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>选择债务人</source>
        <translation>Choose debtor</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>另登记一笔</source>
        <translation>Book as new</translation>
    </message>
    <message>
        <source>本次抵充</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>单据号</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>%1 到账</source>
        <translation>Received %1</translation>
    </message>
    <message>
        <source>还不知道是谁付的</source>
        <translation>It is not known who paid</translation>
    </message>
    <message>
        <source>放回待入账</source>
        <translation>Back to waiting</translation>
    </message>
    <message>
        <source>先抵附言写明的，再按法定顺序</source>
        <translation>What the memo names first, then by law</translation>
    </message>
    <message>
        <source>按民法典第 560 条的顺序抵充</source>
        <translation>In the order of Civil Code Art. 560</translation>
    </message>
    <message>
        <source>抵充合计 %1</source>
        <translation>Pays %1</translation>
    </message>
    <message>
        <source>，余 %1 记为预收</source>
        <translation>; %1 becomes an advance</translation>
    </message>
    <message>
        <source>，超出到账 %1</source>
        <translation>; %1 more than came in</translation>
    </message>
    <message>
        <source>费用 %1</source>
        <translation>costs %1</translation>
    </message>
    <message>
        <source>利息和违约金 %1</source>
        <translation>interest and penalties %1</translation>
    </message>
    <message>
        <source>本金 %1</source>
        <translation>principal %1</translation>
    </message>
    <message>
        <source>（其中 %1）</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>第 %1 行</source>
        <translation>row %1</translation>
    </message>
    <message>
        <source>抵充已由人工调整</source>
        <translation>Shares changed by hand</translation>
    </message>
</context>
<context>
    <name>BankWorkspace</name>
    <message>
        <source>到账</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>导入银行流水后，每笔到账都会按户名、账号和附言认出债务人，催款前先看这里。也可以把文件拖到这里。</source>
        <translation>Take the bank&apos;s statement: each payment is matched to its debtor by name, account and memo, so that nobody is dunned for what has come in. You can also drop the file here.</translation>
    </message>
    <message>
        <source>没有待入账的款项</source>
        <translation>No money waits to be booked</translation>
    </message>
    <message>
        <source>导入银行流水</source>
        <translation>Take statement</translation>
    </message>
    <message>
        <source>没有符合条件的到账</source>
        <translation>No payment fits</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>待入账</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已入账</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>已搁置</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>入账</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>关联已登记的回款</source>
        <translation>Link to receipt</translation>
    </message>
    <message numerus="yes">
        <source>入账 %1 笔</source>
        <translation>
            <numerusform>Book %1 line</numerusform>
            <numerusform>Book %1 lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 笔</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>已选 %1 笔</source>
        <translation>
            <numerusform>%1 selected</numerusform>
            <numerusform>%1 selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 笔可直接入账：Ctrl A 再按 Enter</source>
        <translation>
            <numerusform>%1 line is certain: Ctrl A, then Enter</numerusform>
            <numerusform>%1 lines are certain: Ctrl A, then Enter</numerusform>
        </translation>
    </message>
    <message>
        <source>入账	Enter</source>
        <translation>Book	Enter</translation>
    </message>
    <message>
        <source>选择债务人	F</source>
        <translation>Choose debtor	F</translation>
    </message>
    <message>
        <source>另登记一笔	N</source>
        <translation>Book as new	N</translation>
    </message>
    <message>
        <source>放回待入账	X</source>
        <translation>Back to waiting	X</translation>
    </message>
    <message>
        <source>搁置	X</source>
        <translation>Set aside	X</translation>
    </message>
</context>
<context>
    <name>BankruptcyDialog</name>
    <message>
        <source>破产受理</source>
        <translation>Bankruptcy</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>受理日，裁定书所载</source>
        <translation>Day of acceptance, as the ruling has it</translation>
    </message>
    <message>
        <source>利息自受理日起停止（企业破产法第46条）</source>
        <translation>Interest stops on that day (Enterprise Bankruptcy Law, Art. 46)</translation>
    </message>
    <message>
        <source>法院</source>
        <translation>Court</translation>
    </message>
    <message>
        <source>案号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>从何得知</source>
        <translation>How it is known</translation>
    </message>
    <message>
        <source>受理日还不知道时可以留空：利息照算，但会一直提示。</source>
        <translation>Leave the day empty while it is not known: interest runs on, and a line keeps saying so.</translation>
    </message>
    <message>
        <source>请填写日期，如 2026-11-20</source>
        <translation>Enter a day, such as 2026-11-20</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>BehindWindow</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>单据号</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>开单日</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>截止日已收</source>
        <translation>Paid by then</translation>
    </message>
    <message>
        <source>截止日未收</source>
        <translation>Open then</translation>
    </message>
    <message numerus="yes">
        <source>%1 笔，合计 %2，与账龄表相符</source>
        <translation>
            <numerusform>%1 claim, %2 in all, as the aging says</numerusform>
            <numerusform>%1 claims, %2 in all, as the aging says</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 笔，合计 %2；账龄表打开后数据已变，请刷新</source>
        <translation>
            <numerusform>%1 claim, %2 in all; the data changed after the aging was shown, refresh it</numerusform>
            <numerusform>%1 claims, %2 in all; the data changed after the aging was shown, refresh it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookedTable</name>
    <message>
        <source>冲回</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>附回单</source>
        <translation>File slip</translation>
    </message>
    <message>
        <source>已登记的回款</source>
        <translation>Receipts so far</translation>
    </message>
</context>
<context>
    <name>BooksDialog</name>
    <message>
        <source>更改数据的口令</source>
        <translation>Change the pass phrase of the books</translation>
    </message>
    <message>
        <source>解密数据</source>
        <translation>Decrypt the books</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>解密</source>
        <translation>Decrypt</translation>
    </message>
    <message>
        <source>数据和今后的备份用新口令打开；恢复密钥不变。以前另存的备份文件仍用当时的口令。</source>
        <translation>Books and backups made by the program open with the new one; the recovery key stays. Backup files saved elsewhere keep the one they were made with.</translation>
    </message>
    <message>
        <source>解密后，拿到这台电脑的人不用口令就能读到数据。已加密的备份不变，仍用口令打开。</source>
        <translation>Decrypted, the books can be read by whoever gets this computer. Encrypted backups stay so and open with the pass phrase.</translation>
    </message>
    <message>
        <source>现在的口令或恢复密钥</source>
        <translation>Present pass phrase or recovery key</translation>
    </message>
    <message>
        <source>至少 %1 个字符，几个不相干的词最好记</source>
        <translation>At least %1 characters; a few unrelated words are easiest to remember</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New pass phrase</translation>
    </message>
    <message>
        <source>再输一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>两次输入的新口令不一样。</source>
        <translation>The two new pass phrases differ.</translation>
    </message>
    <message>
        <source>正在核对口令</source>
        <translation>Trying the pass phrase</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>取消选择</source>
        <translation>Clear selection</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>证据册</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>生成证据册</source>
        <translation>Make the bundle</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>立案前可不填，打印出来留一条横线</source>
        <translation>May stay empty before filing; a line is printed</translation>
    </message>
    <message>
        <source>附逾期付款利息计算表</source>
        <translation>With the table of late-payment interest</translation>
    </message>
    <message>
        <source>一个 PDF</source>
        <translation>One PDF</translation>
    </message>
    <message>
        <source>压缩包，含原件</source>
        <translation>Zip with originals</translation>
    </message>
    <message>
        <source>文件夹，含原件</source>
        <translation>Folder with originals</translation>
    </message>
    <message>
        <source>案号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>册内文字</source>
        <translation>Language inside</translation>
    </message>
    <message>
        <source>%1 份材料。法院和对方各一份，共需打印 %2 份。</source>
        <translation>%1 documents. One copy for the court and for each other party, %2 to print.</translation>
    </message>
    <message>
        <source>证据册_%1</source>
        <translation>Bundle_%1</translation>
    </message>
    <message>
        <source>正在生成证据册</source>
        <translation>Making the bundle</translation>
    </message>
    <message>
        <source>已生成 %1，%2 项，%3 页</source>
        <translation>Made %1: %2 documents, %3 pages</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>CalculatorWindow</name>
    <message>
        <source>计算器</source>
        <translation>Calculator</translation>
    </message>
    <message>
        <source>按 Ctrl+Enter 把当前算法留在这里，再改利率、日期或付款，就能并排看相差多少；回车调回</source>
        <translation>Ctrl+Enter keeps what is typed here; then change the rate, the days or the payments to see side by side how much they differ. Enter brings one back.</translation>
    </message>
    <message>
        <source>还没有可比较的方案</source>
        <translation>Nothing to compare yet</translation>
    </message>
    <message>
        <source>加入比较</source>
        <translation>Add to compare</translation>
    </message>
    <message>
        <source>逾期利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>判决后</source>
        <translation>After judgment</translation>
    </message>
    <message>
        <source>诉讼费用</source>
        <translation>Court fees</translation>
    </message>
    <message>
        <source>金额大写</source>
        <translation>Sums in capitals</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>破产申报</source>
        <translation>Bankruptcy filing</translation>
    </message>
    <message>
        <source>回款指标</source>
        <translation>Collection indicators</translation>
    </message>
    <message>
        <source>货款、工程款等</source>
        <translation>Goods, works and so on</translation>
    </message>
    <message>
        <source>民间借贷，受四倍 LPR 限制</source>
        <translation>Private loan, at most 4 × LPR</translation>
    </message>
    <message>
        <source>中小企业对大企业、机关</source>
        <translation>Small firm against a large one or authority</translation>
    </message>
    <message>
        <source>付款，日期=金额，用分号隔开</source>
        <translation>Payments, day=amount, parted by semicolons</translation>
    </message>
    <message>
        <source>合同成立日</source>
        <translation>Contract day</translation>
    </message>
    <message>
        <source>本金</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Costs</translation>
    </message>
    <message>
        <source>起算日，当日计息</source>
        <translation>From, that day bears interest</translation>
    </message>
    <message>
        <source>截止日</source>
        <translation>To</translation>
    </message>
    <message>
        <source>利率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>债权性质</source>
        <translation>Kind of debt</translation>
    </message>
    <message>
        <source>破产申请受理日，可不填</source>
        <translation>Bankruptcy petition accepted on (optional)</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>与当前相差</source>
        <translation>Against current</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>尚欠本金</source>
        <translation>Principal left</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止</source>
        <translation>To</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>英文</source>
        <translation>English</translation>
    </message>
    <message>
        <source>请写成 2026-11-02=100000</source>
        <translation>Write it as 2026-11-02=100000</translation>
    </message>
</context>
<context>
    <name>CallDialog</name>
    <message>
        <source>记录通话</source>
        <translation>Log call</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>恢复草稿</source>
        <translation>Restore draft</translation>
    </message>
    <message>
        <source>数字与字母键直接作答，在文字框里加 Alt</source>
        <translation>Answer with the keys shown; inside a text field add Alt</translation>
    </message>
    <message>
        <source>保存并下一位</source>
        <translation>Save and next</translation>
    </message>
    <message>
        <source>记录通话 — %1</source>
        <translation>Log call: %1</translation>
    </message>
    <message>
        <source>有一份没保存完的通话草稿（Ctrl R 恢复）</source>
        <translation>There is the draft of a call that was not saved (Ctrl R restores it)</translation>
    </message>
    <message>
        <source>保存通话</source>
        <translation>Saving the call</translation>
    </message>
    <message>
        <source>通话还没有保存</source>
        <translation>The call is not saved</translation>
    </message>
    <message>
        <source>保留草稿，下次打开同一债务人时可以恢复。</source>
        <translation>A kept draft is offered when this debtor is called again.</translation>
    </message>
    <message>
        <source>保留草稿</source>
        <translation>Keep draft</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>通话结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>仍要联系的理由，记入日志</source>
        <translation>Why they are contacted all the same; goes into the journal</translation>
    </message>
    <message>
        <source>仍要联系的理由</source>
        <translation>Why they are contacted all the same</translation>
    </message>
    <message>
        <source>5 至 0 换方式</source>
        <translation>5 to 0 change how</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>How</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>联系时间，可写“昨天 15:30”</source>
        <translation>When; “yesterday 15:30” will do</translation>
    </message>
    <message>
        <source>接听人</source>
        <translation>Spoke with</translation>
    </message>
    <message>
        <source>确认欠款</source>
        <translation>Confirms the debt</translation>
    </message>
    <message>
        <source>照读，录音即为证据</source>
        <translation>Read aloud; the recording is evidence</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>部分确认</source>
        <translation>Partly</translation>
    </message>
    <message>
        <source>否认</source>
        <translation>No</translation>
    </message>
    <message>
        <source>未正面回答</source>
        <translation>Evaded</translation>
    </message>
    <message>
        <source>确认的金额</source>
        <translation>Amount confirmed</translation>
    </message>
    <message>
        <source>逾期原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>还款承诺</source>
        <translation>Promise to pay</translation>
    </message>
    <message>
        <source>日期可写“+7”“周五”“月底”</source>
        <translation>Dates may be +7, fri or eom</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>也可稍后补</source>
        <translation>Can be added later</translation>
    </message>
    <message>
        <source>存备忘录 PDF</source>
        <translation>File a memo (PDF)</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>复制后发出，截图即为证据</source>
        <translation>Copy and send; the picture is evidence</translation>
    </message>
    <message>
        <source>消息</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>截图或原文</source>
        <translation>Picture or original</translation>
    </message>
    <message>
        <source>面谈对象</source>
        <translation>Person met</translation>
    </message>
    <message>
        <source>收件人</source>
        <translation>Sent to</translation>
    </message>
</context>
<context>
    <name>CapitalsPage</name>
    <message>
        <source>金额大写</source>
        <translation>Sums in capitals</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>对照：纸面上写的大写</source>
        <translation>Compare: the words on paper</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>债权明细</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>每笔付款拖后天数</source>
        <translation>Days late per claim paid</translation>
    </message>
    <message>
        <source>时间线</source>
        <translation>History</translation>
    </message>
    <message>
        <source>回到客户列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>上一位客户</source>
        <translation>Previous debtor</translation>
    </message>
    <message>
        <source>下一位客户</source>
        <translation>Next debtor</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>对账明细</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>催款函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>记录通话</source>
        <translation>Log call</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Debtors</translation>
    </message>
    <message numerus="yes">
        <source>%1 笔</source>
        <translation>
            <numerusform>%1 claim</numerusform>
            <numerusform>%1 claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>近 %1 笔，虚线 30 天</source>
        <translation>
            <numerusform>Last %1, dashed line at 30 days</numerusform>
            <numerusform>Last %1, dashed line at 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>另有 %1 笔付款日不详</source>
        <translation>
            <numerusform>%1 more without a day</numerusform>
            <numerusform>%1 more without a day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseWindow</name>
    <message>
        <source>专案</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close the case</translation>
    </message>
    <message>
        <source>存纪要</source>
        <translation>Keep minutes</translation>
    </message>
    <message>
        <source>记入</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>立案</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>%1专案</source>
        <translation>Case %1</translation>
    </message>
    <message>
        <source>立案后，成员、计划、会议和决定都记在这里。</source>
        <translation>Once it is open, members, plan, meetings and decisions stand here.</translation>
    </message>
    <message>
        <source>还没有专案</source>
        <translation>No case yet</translation>
    </message>
    <message>
        <source>%1 结案</source>
        <translation>closed %1</translation>
    </message>
    <message>
        <source>目标：%1</source>
        <translation>Goal: %1</translation>
    </message>
    <message>
        <source>要做的</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>移出组员</source>
        <translation>Remove from the case</translation>
    </message>
    <message>
        <source>%1 前</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1 完成</source>
        <translation>done %1</translation>
    </message>
    <message>
        <source>查看文件</source>
        <translation>View the file</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
</context>
<context>
    <name>CasesWindow</name>
    <message>
        <source>全部专案</source>
        <translation>All cases</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>我参与的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>已结案</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>在债权里打开债务人的专案：定目标和组员，记会议、决定和措施。</source>
        <translation>Open a debtor&apos;s case from its claims: set goal and members, note meetings, decisions and measures.</translation>
    </message>
    <message>
        <source>没有专案</source>
        <translation>No cases</translation>
    </message>
    <message>
        <source>没有符合条件的专案</source>
        <translation>No case fits</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>专案</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>组长</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>立案</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>没有待办的措施</source>
        <translation>Nothing to be done</translation>
    </message>
    <message numerus="yes">
        <source>%1 个</source>
        <translation>
            <numerusform>%1 case</numerusform>
            <numerusform>%1 cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChargeDialog</name>
    <message>
        <source>登记费用和利息</source>
        <translation>Enter costs and interest</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>（2026）苏0508民初123号判决第二项；受理费票据</source>
        <translation>Judgment (2026) Su 0508 Min Chu No. 123, item 2; bill of court fees</translation>
    </message>
    <message>
        <source>判决、协议或票据，拖入或选择</source>
        <translation>Judgment, agreement or bill; drop or choose</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>自何日起应付</source>
        <translation>Owed from</translation>
    </message>
    <message>
        <source>由谁、凭什么确定</source>
        <translation>Who fixed the sum, and by what</translation>
    </message>
    <message>
        <source>金额已定才登记：登记后到账的回款先抵费用，再抵利息和违约金，后抵本金（民法典第 561 条）。</source>
        <translation>Only a sum that is fixed: receipts after it pay costs first, then interest and penalty, then principal (Civil Code 561).</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>未收本金 %1</source>
        <translation>Principal open %1</translation>
    </message>
    <message>
        <source>费用、利息和违约金 %1</source>
        <translation>Costs, interest and penalty %1</translation>
    </message>
    <message>
        <source>未付 %1</source>
        <translation>%1 unpaid</translation>
    </message>
    <message>
        <source>已作废：%1</source>
        <translation>Voided: %1</translation>
    </message>
    <message>
        <source>作废这一笔</source>
        <translation>Void this one</translation>
    </message>
    <message>
        <source>作废费用或利息</source>
        <translation>Void costs or interest</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>请填写大于零的金额</source>
        <translation>Enter an amount above zero</translation>
    </message>
    <message>
        <source>请填写日期，如 2026-11-20</source>
        <translation>Enter a date such as 2026-11-20</translation>
    </message>
    <message>
        <source>请写明判决、协议条款或票据</source>
        <translation>Name the judgment, the clause or the bill</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>查找债务人</source>
        <translation>Find a debtor</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>补地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>不寄</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>推迟</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>先填写本单位资料</source>
        <translation>First, your own firm</translation>
    </message>
    <message>
        <source>每封函件都要写明谁在催款、怎么联系、付到哪个账户。只需填一次，以后在设置里可改。</source>
        <translation>Every letter states who demands, how to reach you and which account to pay into. Asked once; the settings can change it later.</translation>
    </message>
    <message>
        <source>保存并预览</source>
        <translation>Save and preview</translation>
    </message>
    <message>
        <source>现在没有应寄的函件，可以在上一步改选“全部逾期”</source>
        <translation>No letter is due now; the step before can take all overdue</translation>
    </message>
    <message numerus="yes">
        <source>%1 封</source>
        <translation>
            <numerusform>%1 letter</numerusform>
            <numerusform>%1 letters</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 封缺地址</source>
        <translation>%1 without address</translation>
    </message>
    <message>
        <source>本次不寄</source>
        <translation>Leave out this time</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>不寄：%1</source>
        <translation>left out: %1</translation>
    </message>
    <message>
        <source>推迟寄发</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>到哪天（+7、下周一、12-01）</source>
        <translation>Until when (+7, Monday, 12-01)</translation>
    </message>
    <message>
        <source>推迟到 %1</source>
        <translation>put off to %1</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>从剪贴板粘贴</source>
        <translation>Paste from clipboard</translation>
    </message>
    <message>
        <source>拖入 .xlsx / .xls / .csv</source>
        <translation>Drop .xlsx / .xls / .csv here</translation>
    </message>
    <message>
        <source>支持金蝶、用友、SAP 等导出的应收明细，也可以在 Excel 里复制后粘贴</source>
        <translation>Receivables lists of Kingdee, Yonyou, SAP and others; or copy in Excel and paste here</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledgers</translation>
    </message>
    <message>
        <source>选择台账</source>
        <translation>Choose a ledger</translation>
    </message>
    <message>
        <source>按这种编码读入</source>
        <translation>Read it so</translation>
    </message>
    <message>
        <source>到期应寄</source>
        <translation>Due for a letter</translation>
    </message>
    <message>
        <source>全部逾期</source>
        <translation>All overdue</translation>
    </message>
    <message>
        <source>选中的债权</source>
        <translation>Selected claims</translation>
    </message>
    <message>
        <source>查找债务人</source>
        <translation>Find a debtor</translation>
    </message>
    <message>
        <source>补地址</source>
        <translation>Add address</translation>
    </message>
</context>
<context>
    <name>ClaimClockWindow</name>
    <message>
        <source>时效推算</source>
        <translation>How the clock runs</translation>
    </message>
    <message>
        <source>登记事件</source>
        <translation>Add event</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>补证据</source>
        <translation>Add proof</translation>
    </message>
    <message>
        <source>登记期限</source>
        <translation>Add deadline</translation>
    </message>
    <message>
        <source>担保</source>
        <translation>Guarantors</translation>
    </message>
    <message>
        <source>登记的事件</source>
        <translation>Events entered</translation>
    </message>
    <message>
        <source>作废这个事件</source>
        <translation>Void this event</translation>
    </message>
    <message>
        <source>作废事件</source>
        <translation>Void event</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
</context>
<context>
    <name>ClaimColumns</name>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>债权编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>合同</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>原额</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>币种</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>登记延迟</source>
        <translation>Registered late</translation>
    </message>
    <message>
        <source>%1，第 %2 段</source>
        <translation>%1, step %2</translation>
    </message>
    <message>
        <source>账龄</source>
        <translation>Aging</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>证据链</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>迟 %1 个工作日</source>
        <translation>%1 working days late</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>已过 %1</source>
        <translation>%1 past</translation>
    </message>
    <message>
        <source>时效剩余</source>
        <translation>Limitation</translation>
    </message>
    <message>
        <source>单据号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
</context>
<context>
    <name>ClaimDialog</name>
    <message>
        <source>新增债权</source>
        <translation>New claim</translation>
    </message>
    <message>
        <source>修改债权</source>
        <translation>Edit claim</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存并继续录入</source>
        <translation>Save and enter another</translation>
    </message>
    <message>
        <source>登记债权</source>
        <translation>Registering a claim</translation>
    </message>
    <message>
        <source>已登记 %1 笔</source>
        <translation>%1 registered</translation>
    </message>
    <message>
        <source>这笔债权还没有保存</source>
        <translation>This claim is not saved yet</translation>
    </message>
    <message>
        <source>关闭后，刚才填写的内容不会保留。</source>
        <translation>What you have just typed will not be kept.</translation>
    </message>
    <message>
        <source>放弃填写</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>ClaimForm</name>
    <message>
        <source>买卖</source>
        <translation>Sale of goods</translation>
    </message>
    <message>
        <source>建设工程</source>
        <translation>Construction</translation>
    </message>
    <message>
        <source>借款</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>运输</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>租赁</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>物业</source>
        <translation>Property management</translation>
    </message>
    <message>
        <source>保理或转让</source>
        <translation>Factoring or assignment</translation>
    </message>
    <message>
        <source>国际货物买卖</source>
        <translation>International sale</translation>
    </message>
    <message>
        <source>海上货物运输</source>
        <translation>Carriage by sea</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>租船</source>
        <translation>Charter party</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>币种</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>开单日</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>单据号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>合同号</source>
        <translation>Contract no.</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>输入名称或拼音首字母</source>
        <translation>Type a name or pinyin initials</translation>
    </message>
    <message>
        <source>可写 +30：开单日后 30 天</source>
        <translation>+30 means 30 days after the issue date</translation>
    </message>
    <message>
        <source>新债务人，保存时一并建立</source>
        <translation>New debtor, created on saving</translation>
    </message>
</context>
<context>
    <name>ClaimStatus</name>
    <message>
        <source>筛选结果</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>求和</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>平均</source>
        <translation>Avg</translation>
    </message>
    <message>
        <source>最长逾期</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>%1 笔</source>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>ClaimsWorkspace</name>
    <message>
        <source>债权</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>没有符合条件的债权</source>
        <translation>No claim fits these filters</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>批量催款函</source>
        <translation>Bulk letters</translation>
    </message>
    <message>
        <source>新增债权</source>
        <translation>New claim</translation>
    </message>
    <message>
        <source>催款函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>分配</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>划入专项</source>
        <translation>Task force</translation>
    </message>
    <message>
        <source>协议</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>分配负责人	A</source>
        <translation>Assign owner	A</translation>
    </message>
    <message>
        <source>划入或移出专项	T</source>
        <translation>Into or out of the task force	T</translation>
    </message>
    <message>
        <source>只看这个客户</source>
        <translation>Only this debtor</translation>
    </message>
    <message>
        <source>排除最多的条件：%1</source>
        <translation>The filter that leaves out most: %1</translation>
    </message>
    <message>
        <source>我负责的</source>
        <translation>Assigned to me</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>%1 笔</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>已选 %1 笔</source>
        <translation>%1 selected</translation>
    </message>
    <message>
        <source>数据截至 %1</source>
        <translation>Data as of %1</translation>
    </message>
</context>
<context>
    <name>ClassCards</name>
    <message>
        <source>%1 笔</source>
        <translation>%1 claims</translation>
    </message>
    <message>
        <source>与上次相同</source>
        <translation>same as before</translation>
    </message>
    <message>
        <source>较上次 ▲ %1</source>
        <translation>▲ %1 since last</translation>
    </message>
    <message>
        <source>较上次 ▼ %1</source>
        <translation>▼ %1 since last</translation>
    </message>
</context>
<context>
    <name>Clauses</name>
    <message>
        <source>保留合同违约金</source>
        <translation>Contract penalty is kept</translation>
    </message>
    <message>
        <source>由本协议金额代替</source>
        <translation>Replaced by the sums agreed here</translation>
    </message>
    <message>
        <source>按期付清则免收</source>
        <translation>Waived if every instalment is on time</translation>
    </message>
    <message>
        <source>先费用、违约金，后本金</source>
        <translation>Costs, damages, then principal</translation>
    </message>
    <message>
        <source>先本金，后费用</source>
        <translation>Principal, then costs</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>抵押</source>
        <translation>Mortgage</translation>
    </message>
    <message>
        <source>质押</source>
        <translation>Pledge</translation>
    </message>
    <message>
        <source>所有权保留</source>
        <translation>Retention of title</translation>
    </message>
    <message>
        <source>票据</source>
        <translation>Bill</translation>
    </message>
    <message>
        <source>法院</source>
        <translation>Court</translation>
    </message>
    <message>
        <source>仲裁</source>
        <translation>Arbitration</translation>
    </message>
    <message>
        <source>律师费按未付款项的比例</source>
        <translation>Lawyers&apos; fees as a share of what is unpaid</translation>
    </message>
    <message>
        <source>担保物，如不动产权证号</source>
        <translation>e.g. a title number</translation>
    </message>
    <message>
        <source>双方另外约定的一条</source>
        <translation>A clause of the parties&apos; own</translation>
    </message>
    <message>
        <source>姓名；作为夫妻共同债务一同签署</source>
        <translation>Name; signs too, as a joint debt of both spouses</translation>
    </message>
    <message>
        <source>同意电子送达</source>
        <translation>Electronic service agreed</translation>
    </message>
    <message>
        <source>累计几期逾期后全部到期</source>
        <translation>Whole rest due after so many late</translation>
    </message>
    <message>
        <source>律师费比例</source>
        <translation>Share of lawyers&apos; fees</translation>
    </message>
    <message>
        <source>担保物</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>管辖法院或者仲裁机构</source>
        <translation>Court or arbitration institution</translation>
    </message>
    <message>
        <source>逾期超过</source>
        <translation>Late by more than</translation>
    </message>
    <message>
        <source>日或累计</source>
        <translation>days, or</translation>
    </message>
    <message>
        <source>期</source>
        <translation>late in all</translation>
    </message>
    <message>
        <source>合同违约金</source>
        <translation>Contract penalty</translation>
    </message>
    <message>
        <source>乙方配偶</source>
        <translation>Spouse of Party B</translation>
    </message>
    <message>
        <source>仲裁机构全称</source>
        <translation>Full name of the institution</translation>
    </message>
    <message>
        <source>不写入协议</source>
        <translation>Not in the agreement</translation>
    </message>
    <message>
        <source>逾期几日后全部到期</source>
        <translation>Days late before the whole rest falls due</translation>
    </message>
    <message>
        <source>逾期部分按年利率计息</source>
        <translation>Late interest at a yearly rate of</translation>
    </message>
    <message>
        <source>逾期年利率</source>
        <translation>Late interest a year</translation>
    </message>
    <message>
        <source>全部到期</source>
        <translation>Whole rest due</translation>
    </message>
    <message>
        <source>违约后冲抵</source>
        <translation>After default to</translation>
    </message>
    <message>
        <source>争议解决</source>
        <translation>Disputes</translation>
    </message>
    <message>
        <source>特别约定</source>
        <translation>Special terms</translation>
    </message>
    <message>
        <source>甲方住所地人民法院</source>
        <translation>Court at the creditor&apos;s domicile</translation>
    </message>
    <message>
        <source>办理具有强制执行效力的公证</source>
        <translation>Notarise as an enforceable instrument</translation>
    </message>
    <message>
        <source>签订地</source>
        <translation>Place of signing</translation>
    </message>
</context>
<context>
    <name>ClockColumns</name>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>通话确认</source>
        <translation>Log a call</translation>
    </message>
    <message>
        <source>寄催款函</source>
        <translation>Send demand</translation>
    </message>
    <message>
        <source>订立协议</source>
        <translation>Agree plan</translation>
    </message>
    <message>
        <source>补证据</source>
        <translation>Add proof</translation>
    </message>
    <message>
        <source>起诉或申请</source>
        <translation>Sue or apply</translation>
    </message>
    <message>
        <source>主张保证</source>
        <translation>Claim guarantee</translation>
    </message>
    <message numerus="yes">
        <source>%1 笔债权</source>
        <translation>
            <numerusform>%1 claim</numerusform>
            <numerusform>%1 claims</numerusform>
        </translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>按主张</source>
        <translation>Claimed</translation>
    </message>
    <message>
        <source>可证明</source>
        <translation>Provable</translation>
    </message>
    <message>
        <source>还缺证据</source>
        <translation>Lacks</translation>
    </message>
    <message>
        <source>最省的一步</source>
        <translation>Cheapest step</translation>
    </message>
    <message>
        <source>剩 %1 天</source>
        <translation>%1 d left</translation>
    </message>
    <message>
        <source>已过 %1 天</source>
        <translation>%1 d past</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>债权或对象</source>
        <translation>Claim or subject</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>最迟办理</source>
        <translation>Act by</translation>
    </message>
</context>
<context>
    <name>ClockDesk</name>
    <message numerus="yes">
        <source>%1 项期限即将届满或已过。</source>
        <translation>
            <numerusform>%1 clock is about to end or has passed.</numerusform>
            <numerusform>%1 clocks are about to end or have passed.</numerusform>
        </translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>ClockPane</name>
    <message>
        <source>选中一个期限，这里显示推算过程</source>
        <translation>Choose a clock to see how it was reckoned</translation>
    </message>
    <message>
        <source>登记事件</source>
        <translation>Add event</translation>
    </message>
    <message>
        <source>担保</source>
        <translation>Guarantors</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>可证明至 %1</source>
        <translation>Provable to %1</translation>
    </message>
    <message>
        <source>最迟 %1 办理</source>
        <translation>Act by %1</translation>
    </message>
</context>
<context>
    <name>ClockView</name>
    <message>
        <source>起</source>
        <translation>due</translation>
    </message>
    <message>
        <source>今天 %1</source>
        <translation>Today %1</translation>
    </message>
    <message>
        <source>按主张，至 %1</source>
        <translation>As claimed, to %1</translation>
    </message>
    <message>
        <source>按现有证据，至 %1</source>
        <translation>As provable, to %1</translation>
    </message>
    <message>
        <source>障碍，至 %1</source>
        <translation>Obstacle, to %1</translation>
    </message>
    <message>
        <source>%2，至 %1</source>
        <translation>%2, to %1</translation>
    </message>
</context>
<context>
    <name>ClocksSection</name>
    <message>
        <source>期限</source>
        <translation>Clocks</translation>
    </message>
    <message>
        <source>没有在走的期限</source>
        <translation>No clock is running</translation>
    </message>
    <message>
        <source>共 %1 项</source>
        <translation>%1 in all</translation>
    </message>
    <message>
        <source>已过 %1 天</source>
        <translation>%1 d past</translation>
    </message>
    <message>
        <source>剩 %1 天</source>
        <translation>%1 d left</translation>
    </message>
    <message>
        <source>能证明的只到 %1</source>
        <translation>Provable only to %1</translation>
    </message>
</context>
<context>
    <name>ClocksWorkspace</name>
    <message>
        <source>时效</source>
        <translation>Clocks</translation>
    </message>
    <message>
        <source>没有要盯的期限</source>
        <translation>No clock to watch</translation>
    </message>
    <message>
        <source>有到期日的未收债权、保证人、查封和分期，期限会列在这里。</source>
        <translation>Open claims with a due date, guarantors, seizures and plans are listed here.</translation>
    </message>
    <message>
        <source>这段时间内没有期限届满</source>
        <translation>Nothing ends within that time</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>登记期限</source>
        <translation>Add deadline</translation>
    </message>
    <message>
        <source>7 天内</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 天内</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>90 天内</source>
        <translation>90 days</translation>
    </message>
    <message>
        <source>180 天内</source>
        <translation>180 days</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>证据不足</source>
        <translation>Unproved</translation>
    </message>
    <message numerus="yes">
        <source>%1 项</source>
        <translation>
            <numerusform>%1 clock</numerusform>
            <numerusform>%1 clocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 项已过</source>
        <translation>
            <numerusform>%1 past</numerusform>
            <numerusform>%1 past</numerusform>
        </translation>
    </message>
    <message>
        <source>记录通话	C</source>
        <translation>Log call	C</translation>
    </message>
    <message>
        <source>催款函	L</source>
        <translation>Demand letter	L</translation>
    </message>
    <message>
        <source>分期协议	P</source>
        <translation>Payment plan	P</translation>
    </message>
    <message>
        <source>补证据	E</source>
        <translation>Add proof	E</translation>
    </message>
    <message>
        <source>登记事件	J</source>
        <translation>Add event	J</translation>
    </message>
    <message>
        <source>保证人和担保	G</source>
        <translation>Guarantors and security	G</translation>
    </message>
    <message>
        <source>看这些债权	Enter</source>
        <translation>Show these claims	Enter</translation>
    </message>
    <message>
        <source>怎么算的	Y</source>
        <translation>How it was reckoned	Y</translation>
    </message>
    <message>
        <source>办结	X</source>
        <translation>Done	X</translation>
    </message>
    <message>
        <source>作废	Delete</source>
        <translation>Void	Delete</translation>
    </message>
    <message>
        <source>作废期限</source>
        <translation>Void deadline</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
</context>
<context>
    <name>ClosingBackup</name>
    <message>
        <source>清账</source>
        <translation>Qingzhang</translation>
    </message>
    <message>
        <source>这次不备份</source>
        <translation>Leave it out this time</translation>
    </message>
    <message>
        <source>正在备份，做完就退出</source>
        <translation>Backing up, then closing</translation>
    </message>
    <message>
        <source>备份会试着恢复一遍，确认完好才算数。</source>
        <translation>The backup is restored once as a trial; only then does it count.</translation>
    </message>
</context>
<context>
    <name>CompanySection</name>
    <message>
        <source>工商信息</source>
        <translation>Company data</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>未填，不能寄函</source>
        <translation>Missing: no letter can be sent</translation>
    </message>
    <message>
        <source>身份证号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified code</translation>
    </message>
    <message>
        <source>约定送达地址</source>
        <translation>Agreed for service</translation>
    </message>
    <message>
        <source>登记地址</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>最近使用</source>
        <translation>Last used</translation>
    </message>
    <message>
        <source>其他来源</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>性质</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>自然人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Firm</translation>
    </message>
    <message>
        <source>客户编码</source>
        <translation>Debtor code</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>地址来源</source>
        <translation>Address from</translation>
    </message>
    <message>
        <source>邮编</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>E-mail</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>登记书面同意</source>
        <translation>Enter written consent</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>%1 签署</source>
        <translation>signed %1</translation>
    </message>
    <message>
        <source>签署的书面意见</source>
        <translation>the signed statement</translation>
    </message>
    <message>
        <source>签署日</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>收回日</source>
        <translation>Came back on</translation>
    </message>
    <message>
        <source>同意的保证期间至</source>
        <translation>Guarantee period agreed to</translation>
    </message>
    <message>
        <source>书面意见上没有填写的，留空：期间不变更</source>
        <translation>Left blank on the paper, leave it blank: the period stays</translation>
    </message>
    <message>
        <source>同意的协议</source>
        <translation>Agreement consented to</translation>
    </message>
    <message>
        <source>证据文件</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>没有文件时，同意只按主张计，不能证明</source>
        <translation>Without the file the consent counts as claimed only</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>请填写日期，如 2026-11-20</source>
        <translation>Enter a day, such as 2026-11-20</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>更正联系人</source>
        <translation>Correct a contact</translation>
    </message>
    <message>
        <source>新增联系人</source>
        <translation>New contact</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>不再这样联系</source>
        <translation>No longer this way</translation>
    </message>
    <message>
        <source>同意夜间联系</source>
        <translation>Agreed to nights</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>By</translation>
    </message>
    <message>
        <source>号码或账号</source>
        <translation>Number or account</translation>
    </message>
    <message>
        <source>核实日期</source>
        <translation>Verified on</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>谁提出、为什么</source>
        <translation>Who asked, and why</translation>
    </message>
    <message>
        <source>保存联系人</source>
        <translation>Save the contact</translation>
    </message>
</context>
<context>
    <name>ControlLine</name>
    <message>
        <source>合计不符，写明原因后才能导入</source>
        <translation>The total differs: say why before importing</translation>
    </message>
    <message>
        <source>合计不符的原因</source>
        <translation>Why the total differs</translation>
    </message>
    <message>
        <source>核对合计</source>
        <translation>Check total</translation>
    </message>
    <message>
        <source>可填总账余额</source>
        <translation>Ledger balance</translation>
    </message>
    <message>
        <source>用来核对的余额合计</source>
        <translation>Sum of balances to check against</translation>
    </message>
    <message numerus="yes">
        <source>表中 %1 行＝读入 %2＋跳过 %3＋错误 %4</source>
        <translation>
            <numerusform>%1 row = %2 read + %3 skipped + %4 errors</numerusform>
            <numerusform>%1 rows = %2 read + %3 skipped + %4 errors</numerusform>
        </translation>
    </message>
    <message>
        <source>，%1 行没有着落</source>
        <translation>, %1 unaccounted for</translation>
    </message>
    <message>
        <source>读入合计 %1</source>
        <translation>read %1</translation>
    </message>
    <message>
        <source>表内没有合计可对</source>
        <translation>the sheet states no total</translation>
    </message>
    <message>
        <source>与表内合计相符</source>
        <translation>agrees with the sheet</translation>
    </message>
    <message>
        <source>表内合计 %1</source>
        <translation>the sheet says %1</translation>
    </message>
    <message>
        <source>相差 %1</source>
        <translation>difference %1</translation>
    </message>
    <message>
        <source>与核对合计相差 %1</source>
        <translation>off the check total by %1</translation>
    </message>
    <message>
        <source>与核对合计相符</source>
        <translation>agrees with the check total</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>复制表格</source>
        <translation>Copy table</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>复制文句</source>
        <translation>Copy sentence</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export Excel</translation>
    </message>
    <message>
        <source>逾期利息</source>
        <translation>interest</translation>
    </message>
    <message>
        <source>已复制，可以粘贴到 Excel</source>
        <translation>Copied; paste it into Excel</translation>
    </message>
    <message>
        <source>函件用，中文</source>
        <translation>For a letter, Chinese</translation>
    </message>
    <message>
        <source>起诉状用，中文</source>
        <translation>For a complaint, Chinese</translation>
    </message>
    <message>
        <source>函件用，英文</source>
        <translation>For a letter, English</translation>
    </message>
    <message>
        <source>起诉状用，英文</source>
        <translation>For a complaint, English</translation>
    </message>
    <message>
        <source>已导出到 %1</source>
        <translation>Exported to %1</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>截止日计入</source>
        <translation>Count the last day</translation>
    </message>
    <message>
        <source>365 天</source>
        <translation>365 days</translation>
    </message>
    <message>
        <source>360 天</source>
        <translation>360 days</translation>
    </message>
    <message>
        <source>当年实际天数</source>
        <translation>Each year&apos;s own</translation>
    </message>
    <message>
        <source>按天</source>
        <translation>By days</translation>
    </message>
    <message>
        <source>整月按月，余数按天</source>
        <translation>Whole months, rest by days</translation>
    </message>
    <message>
        <source>每段舍入</source>
        <translation>Each line</translation>
    </message>
    <message>
        <source>合计舍入</source>
        <translation>The total</translation>
    </message>
    <message>
        <source>一年按</source>
        <translation>A year of</translation>
    </message>
    <message>
        <source>计算方法</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>四舍五入</source>
        <translation>Rounding</translation>
    </message>
</context>
<context>
    <name>CreditorForm</name>
    <message>
        <source>单位全称（必填）</source>
        <translation>Full name (required)</translation>
    </message>
    <message>
        <source>外文名称</source>
        <translation>Name in English</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>USCC</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>地址（必填）</source>
        <translation>Address (required)</translation>
    </message>
    <message>
        <source>邮编</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>电话（必填）</source>
        <translation>Telephone (required)</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>电子邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>开户行（必填）</source>
        <translation>Bank (required)</translation>
    </message>
    <message>
        <source>账号（必填）</source>
        <translation>Account no. (required)</translation>
    </message>
    <message>
        <source>编号前缀</source>
        <translation>Number prefix</translation>
    </message>
    <message>
        <source>函件编号以它开头，如“苏精”催字〔2026〕第0187号</source>
        <translation>Letter numbers begin with it, as in “苏精”催字〔2026〕第0187号</translation>
    </message>
    <message>
        <source>每封函件都要写明</source>
        <translation>Every letter states it</translation>
    </message>
    <message>
        <source>校验位不对，请核对；仍可保存</source>
        <translation>The check character is wrong, please compare; it can be saved all the same</translation>
    </message>
</context>
<context>
    <name>CreditorPage</name>
    <message>
        <source>本单位</source>
        <translation>Your firm</translation>
    </message>
    <message>
        <source>函件和协议上写明的就是这些资料，改动后只影响以后出具的。</source>
        <translation>Letters and agreements state these data. A change affects only those issued afterwards.</translation>
    </message>
</context>
<context>
    <name>DamageWindow</name>
    <message>
        <source>检查结果</source>
        <translation>Result of the check</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>复制清单</source>
        <translation>Copy list</translation>
    </message>
    <message>
        <source>没有发现损坏</source>
        <translation>No damage found</translation>
    </message>
    <message>
        <source>没有符合条件的记录</source>
        <translation>Nothing fits the filters</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>怎么了</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>涉及债权</source>
        <translation>Claims concerned</translation>
    </message>
    <message numerus="yes">
        <source>发现 %1 处损坏</source>
        <translation>
            <numerusform>%1 damaged place found</numerusform>
            <numerusform>%1 damaged places found</numerusform>
        </translation>
    </message>
    <message>
        <source>下面这些与日志不符，或读不出来；没有列出的都完好，备份也没有被覆盖。请先不要录入：选一份备份恢复到新目录，打开看一看，再决定改用它。</source>
        <translation>What is listed does not agree with the journal, or cannot be read. Everything else is sound, and no backup was replaced. Enter nothing for now: restore a backup into a new folder, open it, and decide then whether to go on with it.</translation>
    </message>
    <message>
        <source>最近一次检查完好：%1</source>
        <translation>Last found well: %1</translation>
    </message>
    <message>
        <source>只列出前 %1 处。</source>
        <translation>Only the first %1 are listed.</translation>
    </message>
    <message numerus="yes">
        <source>另有 %1 笔</source>
        <translation>
            <numerusform>and %1 more</numerusform>
            <numerusform>and %1 more</numerusform>
        </translation>
    </message>
    <message>
        <source>日志第 %1 条</source>
        <translation>Journal entry %1</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>数据与备份</source>
        <translation>Data and backup</translation>
    </message>
    <message>
        <source>证据保存年数</source>
        <translation>Years evidence is kept</translation>
    </message>
    <message>
        <source>扫描件文件夹</source>
        <translation>Folder of scans</translation>
    </message>
    <message>
        <source>扫描仪存文件的地方，等着归档；留空就没有。</source>
        <translation>Where the scanner puts files that wait to be filed; empty: none.</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>数据目录</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>更换位置</source>
        <translation>Change place</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>立即检查</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>看是哪里</source>
        <translation>Show where</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>核对日志链、每条记录和每个证据文件，看数据是否被改动过。</source>
        <translation>Compares the chain of the journal, every record and every evidence file, to see whether anything was altered.</translation>
    </message>
    <message>
        <source>还没有自动备份。退出程序时、每天、导入前和升级前会自动备份。</source>
        <translation>No backup was made by itself yet. One is made when the window closes, daily, before imports and before updates.</translation>
    </message>
    <message>
        <source>最近一次试恢复成功：%1（%2）。留有 %3 份。</source>
        <translation>Last proved by restoring: %1 (%2). Kept: %3.</translation>
    </message>
    <message>
        <source>最近一次检查完好：%1</source>
        <translation>Last found whole: %1</translation>
    </message>
    <message>
        <source>备份位置</source>
        <translation>Place of backups</translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>已备份并试恢复成功：%1（%2）</source>
        <translation>Backed up and restored on trial: %1 (%2)</translation>
    </message>
    <message>
        <source>正在检查</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>一切完好：日志 %1 条，记录 %2 条，文件 %3 个</source>
        <translation>All is well: %1 journal entries, %2 records, %3 files</translation>
    </message>
    <message>
        <source>发现 %1 处损坏。请不要再录入，用最近的备份恢复到新目录。</source>
        <translation>%1 damaged. Please enter nothing more; restore the latest backup into a new folder.</translation>
    </message>
</context>
<context>
    <name>DayActs</name>
    <message>
        <source>可写 11-27、+7、周五、月底。</source>
        <translation>11-27, +7 or Friday will do.</translation>
    </message>
    <message>
        <source>改到哪一天</source>
        <translation>Put off to</translation>
    </message>
    <message>
        <source>日子</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>再次推后</source>
        <translation>Put off again</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>移交给谁</source>
        <translation>Hand over to</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>移交</source>
        <translation>Hand over</translation>
    </message>
</context>
<context>
    <name>DayHead</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>函件</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>打印催收单（电话不遮）</source>
        <translation>Print the call sheet (telephones unmasked)</translation>
    </message>
    <message>
        <source>逐项处理</source>
        <translation>Focus mode</translation>
    </message>
    <message>
        <source>今日涉及</source>
        <translation>In play</translation>
    </message>
    <message>
        <source>今日承诺应到</source>
        <translation>Promised today</translation>
    </message>
    <message>
        <source>本月已回</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>已完成 %1 / %2</source>
        <translation>%1 of %2 done</translation>
    </message>
</context>
<context>
    <name>DayNotice</name>
    <message numerus="yes">
        <source>今日 %1 项，请打开清账。</source>
        <translation>
            <numerusform>%1 item due today. Open Qingzhang.</numerusform>
            <numerusform>%1 items due today. Open Qingzhang.</numerusform>
        </translation>
    </message>
    <message>
        <source>今日清单</source>
        <translation>Today&apos;s list</translation>
    </message>
</context>
<context>
    <name>DayPainter</name>
    <message>
        <source>一次生成 %1 封 Shift L</source>
        <translation>Create all %1  Shift L</translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>今日清单</source>
        <translation>Today&apos;s list</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>专项小组</source>
        <translation>Task force</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>发函中断</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>看保证</source>
        <translation>Guarantee</translation>
    </message>
    <message>
        <source>拨打</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>生成</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>移交</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>跟进</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>登记结果</source>
        <translation>Enter result</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>催付</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Noted</translation>
    </message>
    <message numerus="yes">
        <source>%1 笔</source>
        <translation>
            <numerusform>%1 claim</numerusform>
            <numerusform>%1 claims</numerusform>
        </translation>
    </message>
    <message>
        <source>另有：%1</source>
        <translation>also: %1</translation>
    </message>
    <message>
        <source>另有争议 %1</source>
        <translation>%1 disputed besides</translation>
    </message>
    <message>
        <source>改到 %1</source>
        <translation>Put off to %1</translation>
    </message>
    <message>
        <source>已略过</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>已移交</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>已通话</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>已出函</source>
        <translation>Letter issued</translation>
    </message>
    <message>
        <source>已拟协议</source>
        <translation>Plan drawn up</translation>
    </message>
    <message>
        <source>已回款</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>到 %1</source>
        <translation>until %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 项</source>
        <translation>
            <numerusform>%1 item</numerusform>
            <numerusform>%1 items</numerusform>
        </translation>
    </message>
    <message>
        <source>评分 %1 = %2</source>
        <translation>Score %1 = %2</translation>
    </message>
</context>
<context>
    <name>DeadlineDialog</name>
    <message>
        <source>登记期限</source>
        <translation>Add deadline</translation>
    </message>
    <message>
        <source>裁定书、回执等，可不填</source>
        <translation>Ruling, receipt and the like; optional</translation>
    </message>
    <message>
        <source>保存后</source>
        <translation>After saving</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>起算日</source>
        <translation>Runs from</translation>
    </message>
    <message>
        <source>指定的最后一日</source>
        <translation>Last day if set</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>由法院或管理人确定，必填</source>
        <translation>Set by a court or an administrator; needed</translation>
    </message>
    <message>
        <source>有裁定日期时才填</source>
        <translation>Only where a ruling names it</translation>
    </message>
    <message>
        <source>请填写日期，如 2026-11-20</source>
        <translation>Fill in a day, e.g. 2026-11-20</translation>
    </message>
</context>
<context>
    <name>DebtorChooser</name>
    <message>
        <source>选择债务人</source>
        <translation>Choose the debtor</translation>
    </message>
    <message>
        <source>选定</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>名称或拼音首字母</source>
        <translation>Name or initials</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>笔数</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>首字母</source>
        <translation>Initials</translation>
    </message>
</context>
<context>
    <name>DebtorColumns</name>
    <message>
        <source>未联系</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>通话</source>
        <translation>call</translation>
    </message>
    <message>
        <source>函件</source>
        <translation>letter</translation>
    </message>
    <message>
        <source>剩 %1 天</source>
        <translation>%1 d left</translation>
    </message>
    <message>
        <source>已过 %1 天</source>
        <translation>%1 d past</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>其中逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>最长逾期</source>
        <translation>Longest overdue</translation>
    </message>
    <message>
        <source>笔数</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>已结清</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>未逾期</source>
        <translation>not overdue</translation>
    </message>
    <message>
        <source>最近联系</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>承诺兑现</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>最近期限</source>
        <translation>Next clock</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>统一代码</source>
        <translation>Unified code</translation>
    </message>
    <message>
        <source>客户编码</source>
        <translation>Debtor code</translation>
    </message>
</context>
<context>
    <name>DebtorDialog</name>
    <message>
        <source>债务人资料</source>
        <translation>Debtor&apos;s data</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>联系人与须知</source>
        <translation>People and cautions</translation>
    </message>
    <message>
        <source>名称以台账为准，在下次导入时更改。</source>
        <translation>The name follows the ledger and changes with the next import.</translation>
    </message>
    <message>
        <source>保存资料</source>
        <translation>Saving the data</translation>
    </message>
    <message>
        <source>资料还没有保存</source>
        <translation>The data are not saved yet</translation>
    </message>
    <message>
        <source>关闭后，刚才填写的内容不会保留。</source>
        <translation>What you have just typed will not be kept.</translation>
    </message>
    <message>
        <source>放弃填写</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>DebtorForm</name>
    <message>
        <source>单位</source>
        <translation>Firm</translation>
    </message>
    <message>
        <source>自然人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>合同约定的送达地址</source>
        <translation>Agreed in the contract</translation>
    </message>
    <message>
        <source>登记住所</source>
        <translation>Registered domicile</translation>
    </message>
    <message>
        <source>最近一次妥投的地址</source>
        <translation>Last address that was reached</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>性质</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>函件语言</source>
        <translation>Language of letters</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>收件地址</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>地址来源</source>
        <translation>Source of the address</translation>
    </message>
    <message>
        <source>邮编</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>电子邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>客户编码</source>
        <translation>Customer code</translation>
    </message>
    <message>
        <source>多个电话用顿号隔开</source>
        <translation>Separate several numbers with a comma</translation>
    </message>
    <message>
        <source>身份证号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>校验位不对，请核对；仍可保存</source>
        <translation>The check character does not fit; it can be saved all the same</translation>
    </message>
    <message>
        <source>邮编是六位数字；仍可保存</source>
        <translation>A postcode has six digits; it can be saved all the same</translation>
    </message>
    <message>
        <source>不像电子邮箱，请核对；仍可保存</source>
        <translation>Does not look like an e-mail address; it can be saved all the same</translation>
    </message>
    <message>
        <source>没有地址就不能寄函</source>
        <translation>Without an address no letter can be sent</translation>
    </message>
</context>
<context>
    <name>DebtorStatus</name>
    <message>
        <source>筛选结果</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>债权</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>其中逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>最长逾期</source>
        <translation>Longest overdue</translation>
    </message>
    <message>
        <source>%1 家</source>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>DebtorsWorkspace</name>
    <message>
        <source>客户</source>
        <translation>Debtors</translation>
    </message>
    <message>
        <source>还没有客户</source>
        <translation>There is no debtor yet</translation>
    </message>
    <message>
        <source>导入台账或新增债权后，客户会自己出现在这里。</source>
        <translation>Debtors appear here by themselves once a ledger is imported or a claim is added.</translation>
    </message>
    <message>
        <source>没有符合条件的客户</source>
        <translation>No debtor fits</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>可以按名称、拼音首字母、统一代码或电话查找。</source>
        <translation>Find by name, pinyin initials, unified code or telephone.</translation>
    </message>
    <message>
        <source>名称、首字母、代码、电话</source>
        <translation>Name, initials, code, telephone</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>催款函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>记录通话</source>
        <translation>Log call</translation>
    </message>
    <message>
        <source>打开客户卡</source>
        <translation>Open card</translation>
    </message>
    <message>
        <source>%1 家，%2 家有欠款</source>
        <translation>%1, of which %2 owe</translation>
    </message>
    <message>
        <source>打开客户卡	Enter</source>
        <translation>Open card	Enter</translation>
    </message>
</context>
<context>
    <name>DecisionPane</name>
    <message>
        <source>选中一笔债权，这里定分类和处置</source>
        <translation>Choose a claim: its class and measure are decided here</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>列出的理由</source>
        <translation>Listed for</translation>
    </message>
    <message>
        <source>不良原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>处置方案</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>办理期限</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>保存这一笔</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>已选 %1 笔</source>
        <translation>%1 claims chosen</translation>
    </message>
    <message>
        <source>补充说明</source>
        <translation>Add a supplement</translation>
    </message>
    <message>
        <source>还要选不良原因：Q W E R</source>
        <translation>A cause is still needed: Q W E R</translation>
    </message>
    <message>
        <source>还要写处置方案</source>
        <translation>A measure is still needed</translation>
    </message>
    <message>
        <source>定得比规则好，要写说明</source>
        <translation>A better class than the rule&apos;s needs a note</translation>
    </message>
    <message>
        <source>日期读不懂</source>
        <translation>This is not a day</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>登记投递结果</source>
        <translation>Record the delivery</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>另一地址：%1</source>
        <translation>Another address: %1</translation>
    </message>
    <message>
        <source>寄往另一地址</source>
        <translation>Send there</translation>
    </message>
    <message>
        <source>没有登记</source>
        <translation>none entered</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <translation>Attempt %1</translation>
    </message>
    <message>
        <source>更正 %1 次</source>
        <translation>corrected %1 times</translation>
    </message>
    <message>
        <source>哪次寄送</source>
        <translation>Attempt</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>签收人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>凭证种类</source>
        <translation>Kind of proof</translation>
    </message>
    <message>
        <source>拖入跟踪查询单、返单、存根或信封照片，原件不动，存一份到证据</source>
        <translation>Drop the tracking print, slip, stub or a picture of the envelope; a copy goes to the evidence</translation>
    </message>
    <message>
        <source>邮件单号</source>
        <translation>Waybill</translation>
    </message>
    <message>
        <source>登记交寄</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>债务人地址</source>
        <translation>Addresses of the debtor</translation>
    </message>
    <message>
        <source>选择投递凭证</source>
        <translation>Choose the proof of delivery</translation>
    </message>
    <message>
        <source>请选择投递结果，或只存一份凭证</source>
        <translation>Choose the result, or keep a file alone</translation>
    </message>
    <message>
        <source>退回的，只有寄往约定或登记地址才算到达；请寄往另一地址</source>
        <translation>What came back has arrived only at an agreed or registered address; send it to another</translation>
    </message>
    <message>
        <source>凭存根和留底可主张到达，对方可反证；有投递记录才可证明</source>
        <translation>Stub and copy let you claim arrival, rebuttably; it is provable only with a record of delivery</translation>
    </message>
    <message>
        <source>可主张到达，时效自这一天中断；请查明签收人是谁，有无代收权</source>
        <translation>Arrived as claimed, the clock restarts on this day; find out who signed and whether they may</translation>
    </message>
    <message>
        <source>视为到达，时效自这一天中断；退回的信不要拆封</source>
        <translation>Counts as arrived, the clock restarts on this day; keep the envelope sealed</translation>
    </message>
    <message>
        <source>签收即到达，时效自这一天中断</source>
        <translation>Signed for is arrived: the limitation period restarts on this day</translation>
    </message>
    <message>
        <source>丢失不算到达，请重新寄送</source>
        <translation>Lost is not arrived; please post it again</translation>
    </message>
</context>
<context>
    <name>DerivationWindow</name>
    <message>
        <source>逾期利息</source>
        <translation>Late-payment interest</translation>
    </message>
    <message>
        <source>登记约定</source>
        <translation>Enter terms</translation>
    </message>
    <message>
        <source>计至</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>按登记的约定</source>
        <translation>As agreed</translation>
    </message>
    <message>
        <source>没有登记约定，按法律规定</source>
        <translation>No terms entered; as the law has it</translation>
    </message>
    <message>
        <source>也可以主张 %1：%2</source>
        <translation>Or %1: %2</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>没有选中债权</source>
        <translation>No claim selected</translation>
    </message>
    <message>
        <source>在左侧表格中选一笔。</source>
        <translation>Choose one in the table.</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>时效怎么算的</source>
        <translation>How the clock runs</translation>
    </message>
    <message>
        <source>查看争议  D</source>
        <translation>See the dispute  D</translation>
    </message>
    <message>
        <source>记录通话</source>
        <translation>Log call</translation>
    </message>
    <message>
        <source>催款函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>分期</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>登记回款	M</source>
        <translation>Book receipt	M</translation>
    </message>
    <message>
        <source>争议	D</source>
        <translation>Dispute	D</translation>
    </message>
    <message>
        <source>利息怎么算的</source>
        <translation>How interest is reckoned</translation>
    </message>
    <message>
        <source>逾期利息约定</source>
        <translation>Late-payment terms</translation>
    </message>
    <message>
        <source>连带债务</source>
        <translation>Joint debts</translation>
    </message>
    <message>
        <source>费用和利息</source>
        <translation>Costs and interest</translation>
    </message>
    <message>
        <source>保证人和担保</source>
        <translation>Guarantors and security</translation>
    </message>
    <message>
        <source>专案</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>修改债权</source>
        <translation>Edit claim</translation>
    </message>
    <message>
        <source>修改客户资料</source>
        <translation>Edit debtor data</translation>
    </message>
    <message>
        <source>导出这一笔</source>
        <translation>Export this claim</translation>
    </message>
    <message>
        <source>时间线</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>明细</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>写备注，回车保存</source>
        <translation>Write a note, Enter to save</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>写备注  N</source>
        <translation>Write a note  N</translation>
    </message>
    <message numerus="yes">
        <source>%1 笔债权</source>
        <translation>
            <numerusform>%1 claim</numerusform>
            <numerusform>%1 claims</numerusform>
        </translation>
    </message>
    <message>
        <source>到期 %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>原额 %1</source>
        <translation>of %1</translation>
    </message>
    <message>
        <source>已回 %1</source>
        <translation>paid %1</translation>
    </message>
    <message>
        <source>有争议 %1，暂停催收</source>
        <translation>%1 disputed, not called for</translation>
    </message>
    <message>
        <source>时效 %1</source>
        <translation>lim. %1</translation>
    </message>
</context>
<context>
    <name>DialogShell</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DifferencePage</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>相近的名称</source>
        <translation>Similar names</translation>
    </message>
    <message>
        <source>收款核销</source>
        <translation>Receipts matched</translation>
    </message>
    <message>
        <source>不导入此行</source>
        <translation>Leave row out</translation>
    </message>
    <message>
        <source>只看需处理的</source>
        <translation>Only what needs me</translation>
    </message>
    <message>
        <source>另存改错副本</source>
        <translation>Save copy to mend</translation>
    </message>
    <message>
        <source>另存一份台账：有问题的单元格标了颜色，最右一列写明原因，改好后拖进来</source>
        <translation>Saves the ledger once more: trouble cells are coloured, the last column says why. Mend it and drop it in</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>恢复此行</source>
        <translation>Take row in</translation>
    </message>
</context>
<context>
    <name>DisclosuresWindow</name>
    <message>
        <source>导出记录</source>
        <translation>Files that left</translation>
    </message>
    <message>
        <source>写明用途</source>
        <translation>State the purpose</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>导出、打印成文件或另存的内容都记在这里：谁、什么时候、做什么用。</source>
        <translation>Whatever is exported or saved as a file stands here: who, when, what for.</translation>
    </message>
    <message>
        <source>还没有导出过</source>
        <translation>Nothing was exported yet</translation>
    </message>
    <message>
        <source>没有符合条件的记录</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>同一种导出的用途只问一次，以后沿用。</source>
        <translation>The purpose is asked once for each kind and holds from then on.</translation>
    </message>
    <message>
        <source>未写明</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>不遮</source>
        <translation>in the clear</translation>
    </message>
    <message>
        <source>遮住</source>
        <translation>masked</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>个人信息</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Use</translation>
    </message>
    <message numerus="yes">
        <source>%1 次</source>
        <translation>
            <numerusform>%1 file</numerusform>
            <numerusform>%1 files</numerusform>
        </translation>
    </message>
    <message>
        <source>用途：%1</source>
        <translation>Purpose: %1</translation>
    </message>
    <message>
        <source>这种导出用来做什么</source>
        <translation>What such files are made for</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>DisputeDialog</name>
    <message>
        <source>修改争议</source>
        <translation>Change the dispute</translation>
    </message>
    <message>
        <source>登记争议</source>
        <translation>Enter a dispute</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>对方的异议函、邮件、照片等，可不填</source>
        <translation>The debtor&apos;s letter, mail or photos, if any</translation>
    </message>
    <message>
        <source>还不清楚</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>有争议的金额</source>
        <translation>Disputed sum</translation>
    </message>
    <message>
        <source>留空就是全部未收余额</source>
        <translation>Empty: the whole balance</translation>
    </message>
    <message>
        <source>处理期限</source>
        <translation>Settle by</translation>
    </message>
    <message>
        <source>到期仍未了结，会出现在今日清单</source>
        <translation>Still open by then, it stands on the day&apos;s list</translation>
    </message>
    <message>
        <source>对方的理由</source>
        <translation>The debtor says</translation>
    </message>
    <message>
        <source>问题出在哪里</source>
        <translation>Where it went wrong</translation>
    </message>
    <message>
        <source>处理人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>尚无争议的余额是 %1</source>
        <translation>%1 of the balance is not yet disputed</translation>
    </message>
    <message>
        <source>%1 暂停催收，其余 %2 照常催收。诉讼时效不因争议停止计算。</source>
        <translation>%1 rests from dunning, the other %2 is called for as before. Limitation does not rest.</translation>
    </message>
    <message>
        <source>%1 全部暂停催收。诉讼时效不因争议停止计算。</source>
        <translation>All %1 rests from dunning. Limitation does not rest.</translation>
    </message>
    <message>
        <source>金额读不出来，请改成数字</source>
        <translation>This is no sum; enter a number</translation>
    </message>
    <message>
        <source>请填写日期，如 2026-11-20</source>
        <translation>Enter a day, such as 2026-11-20</translation>
    </message>
</context>
<context>
    <name>DisputePane</name>
    <message>
        <source>在债权里看</source>
        <translation>See the claim</translation>
    </message>
    <message>
        <source>往来</source>
        <translation>Correspondence</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>问题出在</source>
        <translation>Went wrong in</translation>
    </message>
    <message>
        <source>争议金额</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>处理期限</source>
        <translation>Settle by</translation>
    </message>
    <message>
        <source>处理人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>未指定</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>查看文件</source>
        <translation>View the file</translation>
    </message>
</context>
<context>
    <name>DisputesWindow</name>
    <message>
        <source>争议</source>
        <translation>Disputes</translation>
    </message>
    <message>
        <source>了结</source>
        <translation>End</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>填写或修改</source>
        <translation>Fill in or change</translation>
    </message>
    <message>
        <source>记往来</source>
        <translation>Note a step</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>争议金额</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Settle by</translation>
    </message>
    <message>
        <source>处理人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>处理中</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>已了结</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>显示全部债权的争议</source>
        <translation>Show the disputes of all claims</translation>
    </message>
    <message>
        <source>在债权里按 D 登记：对方对哪一部分有异议，只暂停催那一部分。</source>
        <translation>Enter one with D in the claims: only the part the debtor contests rests from dunning.</translation>
    </message>
    <message>
        <source>没有这样的争议</source>
        <translation>No such disputes</translation>
    </message>
    <message>
        <source>没有符合条件的争议</source>
        <translation>No dispute matches</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message numerus="yes">
        <source>%1 项</source>
        <translation>
            <numerusform>%1 dispute</numerusform>
            <numerusform>%1 disputes</numerusform>
        </translation>
    </message>
    <message>
        <source>取消标记</source>
        <translation>Clear the mark</translation>
    </message>
    <message>
        <source>取消争议标记</source>
        <translation>Clear the dispute mark</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>谁说了什么</source>
        <translation>Who said what</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>登记回款</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>缺失</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>列匹配</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>撤销整批</source>
        <translation>Undo the import</translation>
    </message>
    <message>
        <source>另存改错副本</source>
        <translation>Save copy to mend</translation>
    </message>
    <message>
        <source>账已回到导入之前，可以关上窗口，或改好台账后重新导入。</source>
        <translation>The books are as before the import. Close the window, or mend the ledger and import it again.</translation>
    </message>
    <message>
        <source>已导入 %1 行</source>
        <translation>%1 rows imported</translation>
    </message>
    <message>
        <source>%1 笔已答复，%2 笔保留</source>
        <translation>%1 answered, %2 kept</translation>
    </message>
    <message>
        <source>已记住，下次同样的表直接到差异</source>
        <translation>Remembered: the same ledger goes straight to the differences</translation>
    </message>
    <message>
        <source>下一步：另存改错副本，改好 %1 行错误后再拖进来，不会重复。</source>
        <translation>Next: save a copy, mend the %1 rows with errors and drop it in; nothing is doubled.</translation>
    </message>
    <message>
        <source>下一步：问清 %1 笔缺失的债权是付了还是仍欠，下次导入会再问。</source>
        <translation>Next: find out whether the %1 missing claims were paid; the next import asks again.</translation>
    </message>
    <message>
        <source>下一步：核对 %1 个相近的名称是不是同一家。</source>
        <translation>Next: check whether the %1 similar names are one debtor.</translation>
    </message>
    <message>
        <source>下一步：到“今日”看先催谁。</source>
        <translation>Next: see in Today whom to call first.</translation>
    </message>
    <message>
        <source>已撤销整批：移除 %1 笔，恢复 %2 笔</source>
        <translation>Import undone: %1 claims removed, %2 restored</translation>
    </message>
</context>
<context>
    <name>EffectWindow</name>
    <message>
        <source>导出 Excel</source>
        <translation>Export Excel</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>还没有发出过函件</source>
        <translation>No letter has gone out yet</translation>
    </message>
    <message>
        <source>已存到 %1</source>
        <translation>Saved to %1</translation>
    </message>
</context>
<context>
    <name>EncodingPane</name>
    <message>
        <source>文件没有写明文字编码。请看下面哪一种读出来是对的：</source>
        <translation>The file does not say how its text is encoded. Which of these reads right?</translation>
    </message>
</context>
<context>
    <name>EncryptionCard</name>
    <message>
        <source>数据加密</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>加密数据</source>
        <translation>Encrypt</translation>
    </message>
    <message>
        <source>更改口令</source>
        <translation>Change pass phrase</translation>
    </message>
    <message>
        <source>换新恢复密钥</source>
        <translation>New recovery key</translation>
    </message>
    <message>
        <source>解密</source>
        <translation>Decrypt</translation>
    </message>
    <message>
        <source>数据库、证据文件和备份都加密，没有口令的人拿到文件也读不到。导出和打印的文件不加密；清账开着时，坐到电脑前的人看得到窗口，请另设窗口锁。</source>
        <translation>Database, documents and backups are encrypted: without the pass phrase the files tell nobody anything. What is exported or printed is not. While Qingzhang is open, whoever sits down sees the window; set the lock for that.</translation>
    </message>
    <message>
        <source>删除未加密的备份</source>
        <translation>Delete backups in clear</translation>
    </message>
    <message>
        <source>这些备份没有加密，删除后不能找回：%1</source>
        <translation>These backups are not encrypted, and deleted they do not come back: %1</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>正在删除未加密的备份</source>
        <translation>Deleting backups in clear</translation>
    </message>
    <message>
        <source>已加密：打开时要口令。</source>
        <translation>Encrypted: the pass phrase is asked for at the start.</translation>
    </message>
    <message>
        <source>没有加密：拿到这台电脑或备份盘的人能读到数据。</source>
        <translation>Not encrypted: whoever gets this computer or a disk with backups can read the books.</translation>
    </message>
    <message>
        <source>加密以前的备份仍可直接读到：%1。另外存到别处的备份文件请自己删除。</source>
        <translation>Backups from before can still be read by anybody: %1. Delete those saved elsewhere yourself.</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>记入专案</source>
        <translation>Note in the case</translation>
    </message>
    <message>
        <source>记入</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>会议纪要、函件等，可不填</source>
        <translation>Minutes, letters and the like, if any</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>完成日期</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>另有 %1 份</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>存备忘</source>
        <translation>Keep memo</translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>登记时效事件</source>
        <translation>Limitation event</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>拖入证据文件，或选择</source>
        <translation>Drop the evidence here, or choose it</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>发生日</source>
        <translation>Day it happened</translation>
    </message>
    <message>
        <source>结束日</source>
        <translation>Day it ended</translation>
    </message>
    <message>
        <source>证据文件</source>
        <translation>Evidence file</translation>
    </message>
    <message>
        <source>文件里有</source>
        <translation>The file shows</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>障碍消除日</source>
        <translation>Day the obstacle was gone</translation>
    </message>
    <message>
        <source>程序终结日，未终结则留空</source>
        <translation>End of the procedure, empty while it runs</translation>
    </message>
    <message>
        <source>等 %1 笔</source>
        <translation> and others, %1 in all</translation>
    </message>
    <message>
        <source>请填写日期，如 2026-11-20</source>
        <translation>Fill in a day, e.g. 2026-11-20</translation>
    </message>
    <message>
        <source>登记事件</source>
        <translation>Add event</translation>
    </message>
    <message>
        <source>事件还没有登记</source>
        <translation>The event is not saved</translation>
    </message>
    <message>
        <source>关闭后，填写的内容不会保留。</source>
        <translation>What was filled in is lost on closing.</translation>
    </message>
    <message>
        <source>放弃填写</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>扫描文件夹</source>
        <translation>Scanner&apos;s folder</translation>
    </message>
    <message>
        <source>证据册</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>拖入文件，或按 Ctrl V 粘贴截图</source>
        <translation>Drop files, or Ctrl V for a screenshot</translation>
    </message>
    <message>
        <source>自动计算 SHA-256 并记录取得时间</source>
        <translation>SHA-256 and time of receipt are kept</translation>
    </message>
    <message>
        <source>证据链 %1</source>
        <translation>Evidence %1</translation>
    </message>
    <message>
        <source>齐全</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>缺 %1 项，可诉性一般</source>
        <translation>%1 missing, fair case</translation>
    </message>
    <message>
        <source>缺 %1 项，可诉性弱</source>
        <translation>%1 missing, weak case</translation>
    </message>
    <message>
        <source>完整度 %1 分，补上后 %2 分</source>
        <translation>Completeness %1, then %2</translation>
    </message>
    <message>
        <source>添加证据</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>截图</source>
        <translation>screenshot</translation>
    </message>
    <message>
        <source>%1 个文件</source>
        <translation>%1 files</translation>
    </message>
    <message>
        <source>正在收存 %1</source>
        <translation>Taking in %1</translation>
    </message>
    <message>
        <source>“%1”仍原样保存，只是不再计入证据链。</source>
        <translation>“%1” is kept unaltered; it only stops counting as evidence.</translation>
    </message>
    <message>
        <source>作废这份证据</source>
        <translation>Void this piece of evidence</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>导出副本</source>
        <translation>Export a copy</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
</context>
<context>
    <name>EvidenceViewer</name>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>用其他程序打开</source>
        <translation>Open in another program</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>导出副本</source>
        <translation>Export a copy</translation>
    </message>
    <message>
        <source>材料信息</source>
        <translation>About this document</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>文件内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>与收存时一致</source>
        <translation>As taken in</translation>
    </message>
    <message>
        <source>内容已损坏</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>已作废：%1</source>
        <translation>Void: %1</translation>
    </message>
    <message>
        <source>发件人</source>
        <translation>From</translation>
    </message>
    <message>
        <source>收件人</source>
        <translation>To</translation>
    </message>
    <message>
        <source>抄送</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>这份文件读不出原来的内容</source>
        <translation>This file no longer holds what was taken in</translation>
    </message>
    <message>
        <source>请从备份恢复；记录没有改动。</source>
        <translation>Restore it from a backup; the records are unchanged.</translation>
    </message>
    <message>
        <source>这是可执行的文件，不从这里打开</source>
        <translation>This file runs code and is not opened from here</translation>
    </message>
    <message>
        <source>需要时导出副本，先检查再使用。</source>
        <translation>Export a copy if you need it, and check it first.</translation>
    </message>
    <message>
        <source>这种文件在窗口里看不了</source>
        <translation>This kind of file cannot be shown here</translation>
    </message>
    <message>
        <source>按 Ctrl O 用其他程序打开它的只读副本。</source>
        <translation>Ctrl O opens a read-only copy in another program.</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>系统没有能打开这种文件的程序，请导出副本后再打开。</source>
        <translation>The system has no program for this kind of file; export a copy instead.</translation>
    </message>
    <message>
        <source>已导出 %1</source>
        <translation>Exported %1</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>材料信息</source>
        <translation>About this document</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>封存</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>用于其他债权</source>
        <translation>Use for another claim</translation>
    </message>
    <message>
        <source>未说明</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>原件保管人</source>
        <translation>Original kept by</translation>
    </message>
    <message>
        <source>证明目的</source>
        <translation>What it proves</translation>
    </message>
    <message>
        <source>录音文字稿</source>
        <translation>Transcript of the recording</translation>
    </message>
    <message>
        <source>经手记录</source>
        <translation>Custody log</translation>
    </message>
    <message>
        <source>至少保存到 %1</source>
        <translation>Kept until %1 at least</translation>
    </message>
    <message>
        <source>债权未结清，一直保存</source>
        <translation>Kept as long as a claim is open</translation>
    </message>
    <message>
        <source>解除封存</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>已封存：%1</source>
        <translation>Held: %1</translation>
    </message>
    <message>
        <source>看不懂这个日期</source>
        <translation>This is not a date</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>FeesPage</name>
    <message>
        <source>诉讼费用</source>
        <translation>Court fees</translation>
    </message>
    <message>
        <source>标的额</source>
        <translation>Sum in dispute</translation>
    </message>
</context>
<context>
    <name>FieldsRow</name>
    <message>
        <source>分期总额</source>
        <translation>Total to pay</translation>
    </message>
    <message>
        <source>期数</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>首期日</source>
        <translation>First due day</translation>
    </message>
    <message>
        <source>间隔</source>
        <translation>Every</translation>
    </message>
    <message>
        <source>首付</source>
        <translation>First payment</translation>
    </message>
    <message>
        <source>年利率</source>
        <translation>Interest a year</translation>
    </message>
    <message>
        <source>等额本金</source>
        <translation>Equal principal</translation>
    </message>
    <message>
        <source>等额本息</source>
        <translation>Level payments</translation>
    </message>
    <message>
        <source>先少后多</source>
        <translation>Rising</translation>
    </message>
    <message>
        <source>自定</source>
        <translation>Own days</translation>
    </message>
    <message>
        <source>遇节假日顺延</source>
        <translation>Move off holidays</translation>
    </message>
    <message>
        <source>尾差并入末期</source>
        <translation>The last one takes the odd fen</translation>
    </message>
    <message>
        <source>每月 %1 日</source>
        <translation>month (day %1)</translation>
    </message>
    <message>
        <source>每季 %1 日</source>
        <translation>quarter (day %1)</translation>
    </message>
    <message>
        <source>每两周</source>
        <translation>two weeks</translation>
    </message>
    <message>
        <source>每周</source>
        <translation>week</translation>
    </message>
    <message>
        <source>每 30 天</source>
        <translation>30 days</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>平均拖后</source>
        <translation>Paid late on average</translation>
    </message>
    <message>
        <source>承诺兑现</source>
        <translation>Promises kept</translation>
    </message>
    <message>
        <source>预收与待入账</source>
        <translation>Advance and unbooked</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开密码</source>
        <translation>Password to open</translation>
    </message>
    <message>
        <source>只用来打开文件，不会保存</source>
        <translation>Used to open the file, never stored</translation>
    </message>
</context>
<context>
    <name>FilePick</name>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>去掉文件</source>
        <translation>Remove the file</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
</context>
<context>
    <name>FilingPage</name>
    <message>
        <source>破产申报</source>
        <translation>Bankruptcy filing</translation>
    </message>
    <message>
        <source>按违约金申报</source>
        <translation>File it as a penalty</translation>
    </message>
    <message>
        <source>本金</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>破产申请受理日</source>
        <translation>Petition accepted on</translation>
    </message>
    <message>
        <source>起算日，当日计息</source>
        <translation>First day of interest</translation>
    </message>
    <message>
        <source>另欠违约金</source>
        <translation>Penalty owed beside</translation>
    </message>
    <message>
        <source>诉讼费、保全费</source>
        <translation>Court, preservation fees</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>利率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>判决履行期届满次日，可不填</source>
        <translation>Day after the judgment&apos;s time to perform, optional</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>表内查找 Ctrl F</source>
        <translation>Find in table Ctrl F</translation>
    </message>
    <message>
        <source>名称、拼音首字母、编号、合同、金额</source>
        <translation>Name, pinyin initials, number, contract, amount</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>筛选  Ctrl ⇧ L</source>
        <translation>Filter  Ctrl ⇧ L</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>行高</source>
        <translation>Row height</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>承诺逾期</source>
        <translation>Broken promises</translation>
    </message>
    <message>
        <source>逾期 90 天以上</source>
        <translation>Over 90 days</translation>
    </message>
    <message>
        <source>时效 6 个月内届满</source>
        <translation>Limitation &lt; 6 months</translation>
    </message>
    <message>
        <source>证据不全</source>
        <translation>Evidence missing</translation>
    </message>
    <message>
        <source>本周应收分期</source>
        <translation>Instalments this week</translation>
    </message>
    <message>
        <source>按优先级排序</source>
        <translation>Sorted by priority</translation>
    </message>
    <message>
        <source>按%1降序</source>
        <translation>Sorted by %1, falling</translation>
    </message>
    <message>
        <source>按%1升序</source>
        <translation>Sorted by %1, rising</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>账龄</source>
        <translation>Aging</translation>
    </message>
    <message>
        <source>视图</source>
        <translation>View</translation>
    </message>
    <message>
        <source>我</source>
        <translation>me</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>联系人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>债权</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Letters and plans</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>打开客户卡</source>
        <translation>Open card</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Debtors</translation>
    </message>
    <message>
        <source>对“%1”</source>
        <translation>With “%1”</translation>
    </message>
    <message>
        <source>未收 %1</source>
        <translation>%1 open</translation>
    </message>
    <message>
        <source>分期协议</source>
        <translation>Payment plan</translation>
    </message>
    <message>
        <source>语言、主题、字号</source>
        <translation>Language, theme, text size</translation>
    </message>
    <message>
        <source>本单位资料、账户、经办人</source>
        <translation>Own firm, account, contact</translation>
    </message>
    <message>
        <source>催收节点与宽限</source>
        <translation>Dunning levels and grace</translation>
    </message>
    <message>
        <source>每月评审与登记</source>
        <translation>Monthly review and registration</translation>
    </message>
    <message>
        <source>用户、负责人与权限</source>
        <translation>Users, owners and what each may do</translation>
    </message>
    <message>
        <source>函件模板与编号</source>
        <translation>Letter templates and numbers</translation>
    </message>
    <message>
        <source>自动导入文件夹</source>
        <translation>Folder for automatic import</translation>
    </message>
    <message>
        <source>数据位置、备份与恢复</source>
        <translation>Data folder, backup and restore</translation>
    </message>
    <message>
        <source>锁定、口令与加密</source>
        <translation>Lock, pass phrase, encryption</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>List of shortcuts</translation>
    </message>
    <message>
        <source>关于与版本</source>
        <translation>About and version</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>从一份应收台账开始</source>
        <translation>Begin with a ledger</translation>
    </message>
    <message>
        <source>把 Excel 拖到这里即可。软件自动识别列名，导入前先看差异，数据只存在本机。</source>
        <translation>Drop your Excel file here. Columns are recognised, differences shown before anything is written, and data stay on this computer.</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>拖入 .xlsx / .xls / .csv</source>
        <translation>Drop .xlsx / .xls / .csv here</translation>
    </message>
    <message>
        <source>支持金蝶、用友导出的应收明细</source>
        <translation>Reads the receivables lists of Kingdee and Yonyou</translation>
    </message>
    <message>
        <source>下载模板</source>
        <translation>Get a template</translation>
    </message>
    <message>
        <source>手工录入一笔</source>
        <translation>Enter one claim</translation>
    </message>
    <message>
        <source>用示例数据试用</source>
        <translation>Try sample data</translation>
    </message>
    <message>
        <source>先加密数据</source>
        <translation>Encrypt the books first</translation>
    </message>
    <message>
        <source>数据还没有加密：拿到这台电脑的人能读到。</source>
        <translation>Not encrypted yet: whoever gets this computer can read the books.</translation>
    </message>
    <message>
        <source>数据已加密：打开时要口令。</source>
        <translation>The books are encrypted: a pass phrase opens them.</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledgers</translation>
    </message>
    <message>
        <source>选择台账</source>
        <translation>Choose a ledger</translation>
    </message>
    <message>
        <source>应收台账模板</source>
        <translation>Ledger template</translation>
    </message>
    <message>
        <source>模板已保存：%1</source>
        <translation>Template saved: %1</translation>
    </message>
</context>
<context>
    <name>FocusBar</name>
    <message>
        <source>空格 完成，S 改期，X 略过，Esc 回到清单</source>
        <translation>Space done, S put off, X skip, Esc back to the list</translation>
    </message>
    <message>
        <source>回到清单</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>FoldingButtons</name>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>FormEditor</name>
    <message>
        <source>自定表格</source>
        <translation>Own form</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>（副本）</source>
        <translation> (copy)</translation>
    </message>
    <message>
        <source>表格名称</source>
        <translation>Name of the form</translation>
    </message>
    <message>
        <source>纸宽 mm</source>
        <translation>Paper width mm</translation>
    </message>
    <message>
        <source>纸高 mm</source>
        <translation>Paper height mm</translation>
    </message>
    <message>
        <source>版面</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>第一封的样子</source>
        <translation>First letter as printed</translation>
    </message>
    <message>
        <source>加栏目</source>
        <translation>Add field</translation>
    </message>
    <message>
        <source>删栏目</source>
        <translation>Remove field</translation>
    </message>
    <message>
        <source>左 mm</source>
        <translation>Left mm</translation>
    </message>
    <message>
        <source>上 mm</source>
        <translation>Top mm</translation>
    </message>
    <message>
        <source>宽 mm</source>
        <translation>Width mm</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>高 mm</source>
        <translation>Height mm</translation>
    </message>
    <message>
        <source>请输入数字</source>
        <translation>Please enter a number</translation>
    </message>
</context>
<context>
    <name>GapRow</name>
    <message>
        <source>补债务人资料</source>
        <translation>Fill in debtor</translation>
    </message>
    <message>
        <source>补本单位资料</source>
        <translation>Fill in our data</translation>
    </message>
    <message>
        <source>协议上会以【待补】标出：%1</source>
        <translation>The agreement will show these as gaps: %1</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>常规</source>
        <translation>General</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Extra large</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>紧凑</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>宽松</source>
        <translation>Loose</translation>
    </message>
    <message>
        <source>行高</source>
        <translation>Row height</translation>
    </message>
    <message>
        <source>写进日志，说明每一步是谁做的。留空时用系统的用户名。</source>
        <translation>Stands in the journal beside every act. Left empty, your system user name is used.</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>届满前多少天在“时效”里提醒，用逗号分开。</source>
        <translation>Days before the end at which Clocks gives the alarm, with commas.</translation>
    </message>
    <message>
        <source>期限提醒</source>
        <translation>Deadline alarms</translation>
    </message>
    <message>
        <source>起诉、仲裁或同意履行</source>
        <translation>Suit, arbitration or consent</translation>
    </message>
    <message>
        <source>请求履行也中断</source>
        <translation>A demand too</translation>
    </message>
    <message>
        <source>海商法时效因何中断</source>
        <translation>Maritime limitation is interrupted by</translation>
    </message>
</context>
<context>
    <name>GuarantorBox</name>
    <message>
        <source>有连带责任保证人</source>
        <translation>A guarantor stands in, jointly and severally</translation>
    </message>
    <message>
        <source>保证人是自然人</source>
        <translation>The guarantor is a person</translation>
    </message>
    <message>
        <source>保证人名称</source>
        <translation>Name of the guarantor</translation>
    </message>
    <message>
        <source>统一社会信用代码或身份证号</source>
        <translation>Credit code or identity number</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>丙方配偶，一同签署</source>
        <translation>Spouse of Party C, signs too</translation>
    </message>
    <message>
        <source>不晚于末期到期日，依法视为没有约定，只有六个月</source>
        <translation>Not after the last instalment: by law no day is agreed, and it is six months</translation>
    </message>
    <message>
        <source>保证期间至</source>
        <translation>Guarantee until</translation>
    </message>
</context>
<context>
    <name>GuarantorDialog</name>
    <message>
        <source>更正保证人</source>
        <translation>Correct guarantor</translation>
    </message>
    <message>
        <source>登记保证人</source>
        <translation>Add guarantor</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保证人是自然人</source>
        <translation>The guarantor is a natural person</translation>
    </message>
    <message>
        <source>已核对公司决议</source>
        <translation>Company resolution checked</translation>
    </message>
    <message>
        <source>不限于某份协议</source>
        <translation>Not one agreement alone</translation>
    </message>
    <message>
        <source>保证合同，拖入或选择</source>
        <translation>Guarantee contract: drop or choose it</translation>
    </message>
    <message>
        <source>分期协议 %1</source>
        <translation>Payment plan %1</translation>
    </message>
    <message>
        <source>一般保证</source>
        <translation>General</translation>
    </message>
    <message>
        <source>连带责任保证</source>
        <translation>Joint</translation>
    </message>
    <message>
        <source>没有约定或不明</source>
        <translation>Not agreed or unclear</translation>
    </message>
    <message>
        <source>没有约定</source>
        <translation>Not agreed</translation>
    </message>
    <message>
        <source>到期后若干个月</source>
        <translation>Months from the due date</translation>
    </message>
    <message>
        <source>至某一日</source>
        <translation>To a day</translation>
    </message>
    <message>
        <source>“还清为止”等不明确</source>
        <translation>Unclear, such as “until all is paid”</translation>
    </message>
    <message>
        <source>姓名或名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>粘贴担保条款，自动判断方式</source>
        <translation>Paste the clause; the mode is read from it</translation>
    </message>
    <message>
        <source>月数</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>截止日</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>合同编号，留空则为全部债权</source>
        <translation>Contract, empty for all claims</translation>
    </message>
    <message>
        <source>只担保这份协议</source>
        <translation>Guarantees this agreement only</translation>
    </message>
    <message>
        <source>条款原文</source>
        <translation>Words of the clause</translation>
    </message>
    <message>
        <source>保证方式</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>保证期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>签订日</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>最高额，没有则留空</source>
        <translation>Maximum, if any</translation>
    </message>
    <message>
        <source>债权确定日，仅最高额保证</source>
        <translation>Debts fixed on, for a maximum only</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>统一社会信用代码或身份证号</source>
        <translation>USCC or ID number</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>合同文件</source>
        <translation>Contract file</translation>
    </message>
    <message>
        <source>法律上</source>
        <translation>In law</translation>
    </message>
</context>
<context>
    <name>GuarantorsWindow</name>
    <message>
        <source>保证人和担保</source>
        <translation>Guarantors and security</translation>
    </message>
    <message>
        <source>登记保证人</source>
        <translation>Add guarantor</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>登记担保物</source>
        <translation>Add security</translation>
    </message>
    <message>
        <source>登记保证人后，保证期间会列在“时效”里。</source>
        <translation>Once a guarantor is entered, the period is listed in Clocks.</translation>
    </message>
    <message>
        <source>还没有保证人和担保物</source>
        <translation>No guarantor and no security yet</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>登记行为</source>
        <translation>Add act</translation>
    </message>
    <message>
        <source>登记书面同意</source>
        <translation>Enter written consent</translation>
    </message>
    <message numerus="yes">
        <source>到期 %1，%2 笔：保证期间至 %3</source>
        <translation>
            <numerusform>Due %1, %2 claim: period to %3</numerusform>
            <numerusform>Due %1, %2 claims: period to %3</numerusform>
        </translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>How it was reckoned</translation>
    </message>
    <message>
        <source>分期协议</source>
        <translation>Payment plan</translation>
    </message>
    <message>
        <source>全部债权</source>
        <translation>All claims</translation>
    </message>
    <message>
        <source>签订 %1</source>
        <translation>Signed %1</translation>
    </message>
    <message>
        <source>最高额 %1</source>
        <translation>Maximum %1</translation>
    </message>
    <message>
        <source>%1 书面同意 %2</source>
        <translation>%1 consent in writing to %2</translation>
    </message>
    <message>
        <source>期间至 %1</source>
        <translation>period to %1</translation>
    </message>
    <message>
        <source>没有证据</source>
        <translation>no evidence</translation>
    </message>
    <message>
        <source>协议已作废</source>
        <translation>agreement void</translation>
    </message>
    <message>
        <source>查看证据</source>
        <translation>Look at the evidence</translation>
    </message>
    <message>
        <source>作废这个行为</source>
        <translation>Void this act</translation>
    </message>
    <message>
        <source>函件已到达</source>
        <translation>Letter has arrived</translation>
    </message>
    <message>
        <source>函件已到达，证据不足，还缺 %1</source>
        <translation>Letter has arrived; proof is short of %1</translation>
    </message>
    <message>
        <source>登记 %1</source>
        <translation>Registered %1</translation>
    </message>
    <message>
        <source>到期 %1</source>
        <translation>Ends %1</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>作废保证人</source>
        <translation>Void guarantor</translation>
    </message>
    <message>
        <source>作废行为</source>
        <translation>Void act</translation>
    </message>
    <message>
        <source>作废书面同意</source>
        <translation>Void consent</translation>
    </message>
    <message>
        <source>作废担保物</source>
        <translation>Void security</translation>
    </message>
</context>
<context>
    <name>HolidayRow</name>
    <message>
        <source>顺延</source>
        <translation>Move on</translation>
    </message>
    <message>
        <source>保持</source>
        <translation>Keep the day</translation>
    </message>
    <message>
        <source>%1 年节假日未公布，按原日期</source>
        <translation>holidays of %1 are not published, days stay as agreed</translation>
    </message>
    <message>
        <source>第 %1 期 %2 是休息日，已顺延至 %3</source>
        <translation>Instalment %1: %2 is a day off, moved to %3</translation>
    </message>
    <message>
        <source>第 %1 期 %2 是休息日，顺延至 %3？</source>
        <translation>Instalment %1: %2 is a day off. Move it to %3?</translation>
    </message>
    <message>
        <source>（共 %1 期）</source>
        <translation> (%1 in all)</translation>
    </message>
</context>
<context>
    <name>HowWindow</name>
    <message>
        <source>复制表格</source>
        <translation>Copy table</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>已复制，可以粘贴到 Excel</source>
        <translation>Copied; paste it into Excel</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>列匹配</source>
        <translation>Match columns</translation>
    </message>
    <message>
        <source>检查差异</source>
        <translation>Check differences</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>导入台账</source>
        <translation>Import a ledger</translation>
    </message>
    <message>
        <source>按流水导入，会认出每笔到账是谁付的；按台账导入，会把这些金额当成欠款。</source>
        <translation>As a statement, each payment is matched to who made it; as a ledger, these sums would become debts.</translation>
    </message>
    <message>
        <source>按银行流水导入</source>
        <translation>Take as statement</translation>
    </message>
    <message>
        <source>仍按台账导入</source>
        <translation>Import as ledger</translation>
    </message>
    <message>
        <source>这像是银行流水</source>
        <translation>This looks like a bank statement</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message numerus="yes">
        <source>导入 %1 行</source>
        <translation>
            <numerusform>Import %1 row</numerusform>
            <numerusform>Import %1 rows</numerusform>
        </translation>
    </message>
    <message>
        <source>登记 %1 个答复</source>
        <translation>Book %1 answers</translation>
    </message>
    <message>
        <source>导入前先看差异，数据只存在本机</source>
        <translation>Differences are shown before anything is written; data stay on this computer</translation>
    </message>
    <message>
        <source>这一步还不会写入任何数据</source>
        <translation>Nothing is written in this step</translation>
    </message>
    <message>
        <source>台账与账上一致，没有要写入的</source>
        <translation>The ledger agrees with the books; nothing to write</translation>
    </message>
    <message>
        <source>合计不符，请在上面写明原因</source>
        <translation>The total differs: please say why above</translation>
    </message>
    <message numerus="yes">
        <source>将写入 %1 行</source>
        <translation>
            <numerusform>%1 row will be written</numerusform>
            <numerusform>%1 rows will be written</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 行错误跳过</source>
        <translation>%1 with errors left out</translation>
    </message>
    <message>
        <source>%1 笔缺失已答复</source>
        <translation>%1 missing answered</translation>
    </message>
    <message>
        <source>%1 笔缺失保留</source>
        <translation>%1 missing claims stay</translation>
    </message>
    <message>
        <source>导入后可整批撤销</source>
        <translation>can be undone as a whole</translation>
    </message>
    <message>
        <source>正在导入 %1</source>
        <translation>Importing %1</translation>
    </message>
    <message>
        <source>%1（待改）</source>
        <translation>%1 (to mend)</translation>
    </message>
    <message>
        <source>另存改错副本</source>
        <translation>Save copy to mend</translation>
    </message>
    <message>
        <source>正在另存副本</source>
        <translation>Saving the copy</translation>
    </message>
    <message>
        <source>副本已存为 %1，改好后拖进来即可</source>
        <translation>The copy is %1; mend it and drop it in</translation>
    </message>
</context>
<context>
    <name>IndicatorPage</name>
    <message>
        <source>回款指标</source>
        <translation>Collection indicators</translation>
    </message>
    <message>
        <source>期间天数</source>
        <translation>Days of the period</translation>
    </message>
    <message>
        <source>赊销额</source>
        <translation>Credit sales</translation>
    </message>
    <message>
        <source>期初应收</source>
        <translation>Opening receivables</translation>
    </message>
    <message>
        <source>期末应收</source>
        <translation>Closing receivables</translation>
    </message>
    <message>
        <source>其中未到期</source>
        <translation>Of these not yet due</translation>
    </message>
    <message>
        <source>各月赊销额=天数，最近的在前</source>
        <translation>Sales=days by month, newest first</translation>
    </message>
    <message>
        <source>各账龄段余额=计提比例</source>
        <translation>Balance=percent by band</translation>
    </message>
    <message>
        <source>各段迁徙率</source>
        <translation>Roll rate by band</translation>
    </message>
</context>
<context>
    <name>InterestLine</name>
    <message>
        <source>利息怎么算的</source>
        <translation>How interest is reckoned</translation>
    </message>
    <message>
        <source>利息 %1</source>
        <translation>Interest %1</translation>
    </message>
</context>
<context>
    <name>ItemsList</name>
    <message numerus="yes">
        <source>共 %1 笔，合计 %2</source>
        <translation>
            <numerusform>%1 claim, %2 in all</numerusform>
            <numerusform>%1 claims, %2 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>正在停止</source>
        <translation>Stopping</translation>
    </message>
    <message>
        <source>约剩 %1 分钟</source>
        <translation>about %1 min left</translation>
    </message>
    <message>
        <source>约剩 %1 秒</source>
        <translation>about %1 s left</translation>
    </message>
</context>
<context>
    <name>JointDialog</name>
    <message>
        <source>连带债务</source>
        <translation>Joint debts</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>查找客户、单据号、合同</source>
        <translation>Find customer, document or contract</translation>
    </message>
    <message>
        <source>勾选与这一笔由几个债务人连带承担的债权：对其中一笔中断时效，其余同时中断（诉讼时效规定第 15 条）。</source>
        <translation>Tick the claims that several debtors owe jointly with this one: what interrupts one interrupts all (Limitation Rules 15).</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>单据号</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>合同</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>登记连带债务</source>
        <translation>Enter joint debts</translation>
    </message>
</context>
<context>
    <name>JournalPane</name>
    <message>
        <source>显示个人信息</source>
        <translation>Show personal data</translation>
    </message>
    <message>
        <source>选一条日志，看改动前后</source>
        <translation>Choose an entry to see before and after</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>散列</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>还有 %1 项没有列出，导出可看全部。</source>
        <translation>%1 more values are not listed; the export has them all.</translation>
    </message>
    <message>
        <source>还有更多没有列出，导出可看全部。</source>
        <translation>More values are not listed; the export has them all.</translation>
    </message>
</context>
<context>
    <name>JournalWindow</name>
    <message>
        <source>日志</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>所有动作</source>
        <translation>Every act</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>日志是空的</source>
        <translation>The journal is empty</translation>
    </message>
    <message>
        <source>每做一件事就记一条，改不掉。</source>
        <translation>Every act makes an entry that cannot be changed.</translation>
    </message>
    <message>
        <source>没有符合条件的日志</source>
        <translation>No entry fits</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>每条日志都用散列接在前一条上，改动或删掉一条，检查时就会发现。</source>
        <translation>Each entry is chained to the one before by its hash: one that is changed or deleted is found by the check.</translation>
    </message>
    <message>
        <source>最近 %1 条，更早的请按日期筛选</source>
        <translation>the newest %1; filter by day for earlier ones</translation>
    </message>
    <message numerus="yes">
        <source>%1 条</source>
        <translation>
            <numerusform>%1 entry</numerusform>
            <numerusform>%1 entries</numerusform>
        </translation>
    </message>
    <message>
        <source>导出日志</source>
        <translation>Export the journal</translation>
    </message>
    <message>
        <source>已导出到 %1</source>
        <translation>Exported to %1</translation>
    </message>
    <message>
        <source>正在导出日志</source>
        <translation>Exporting the journal</translation>
    </message>
</context>
<context>
    <name>JudgmentPage</name>
    <message>
        <source>判决后</source>
        <translation>After judgment</translation>
    </message>
    <message>
        <source>判决本金</source>
        <translation>Judged principal</translation>
    </message>
    <message>
        <source>判决的费用、违约金</source>
        <translation>Judged costs, penalties</translation>
    </message>
    <message>
        <source>利息起算日</source>
        <translation>Interest from</translation>
    </message>
    <message>
        <source>履行期届满次日</source>
        <translation>Late from</translation>
    </message>
    <message>
        <source>截止日</source>
        <translation>To</translation>
    </message>
    <message>
        <source>判决的利率</source>
        <translation>Judged rate</translation>
    </message>
    <message>
        <source>破产申请受理日，可不填</source>
        <translation>Petition accepted on (optional)</translation>
    </message>
</context>
<context>
    <name>KeptPaper</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>这台电脑没有打印机。文件已存好，可以存为 PDF 后到别处打印。</source>
        <translation>This computer has no printer. The file is kept safe; save it as a PDF and print it elsewhere.</translation>
    </message>
    <message>
        <source>已送到打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>存为文件</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>正在存为文件</source>
        <translation>Saving as a file</translation>
    </message>
    <message>
        <source>系统没有能打开这种文件的程序，请存为文件后再打开。</source>
        <translation>No program here opens this kind of file; save it as a file first.</translation>
    </message>
    <message>
        <source>已存到 %1</source>
        <translation>Saved to %1</translation>
    </message>
    <message>
        <source>没有写成文件（%1）。原件没有改动，请换个位置再试。</source>
        <translation>The file was not written (%1). The original is unchanged; try another place.</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>请输入口令</source>
        <translation>Pass phrase</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>口令或恢复密钥</source>
        <translation>Pass phrase or recovery key</translation>
    </message>
    <message>
        <source>口令忘了，就输入打印出来的恢复密钥（八组，横线可以不写）。</source>
        <translation>Forgotten? Enter the recovery key that was printed: eight groups, with or without dashes.</translation>
    </message>
    <message>
        <source>正在核对口令</source>
        <translation>Trying the pass phrase</translation>
    </message>
    <message>
        <source>请等 %1 秒再试。</source>
        <translation>Wait %1 seconds before the next try.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>主窗口的全部快捷键按 F1 查看。下面是各个窗口里的。</source>
        <translation>F1 shows every key of the main window. These are the keys of the others.</translation>
    </message>
    <message>
        <source>保存、下一步、导入：窗口的主要按钮</source>
        <translation>Save, next, import: the main button of a window</translation>
    </message>
    <message>
        <source>关闭窗口或清除查找</source>
        <translation>Close the window or clear the search</translation>
    </message>
    <message>
        <source>导入：从剪贴板粘贴；登记单号：粘贴一列</source>
        <translation>Import: paste from the clipboard; waybills: paste a column</translation>
    </message>
    <message>
        <source>导入：改当前行的错误；函件：补当前债务人的地址</source>
        <translation>Import: mend the error of the row; letters: mend the address of the debtor</translation>
    </message>
    <message>
        <source>导入：不导入当前行；函件列表：作废</source>
        <translation>Import: leave the row out; list of letters: void</translation>
    </message>
    <message>
        <source>导入：下一个结果页签</source>
        <translation>Import: next tab</translation>
    </message>
    <message>
        <source>撤销；导入完成后撤销整批</source>
        <translation>Undo; after an import, all of it</translation>
    </message>
    <message>
        <source>函件：打印</source>
        <translation>Letters: print</translation>
    </message>
    <message>
        <source>函件：导出 PDF</source>
        <translation>Letters: export PDF</translation>
    </message>
    <message>
        <source>函件预览：下一页、下一封</source>
        <translation>Preview: next page, next letter</translation>
    </message>
    <message>
        <source>勾选当前行</source>
        <translation>Tick the row</translation>
    </message>
    <message>
        <source>函件列表：登记单号</source>
        <translation>List of letters: waybills</translation>
    </message>
    <message>
        <source>函件列表：投递结果</source>
        <translation>List of letters: delivery</translation>
    </message>
    <message>
        <source>自动导入：标为已阅</source>
        <translation>Automatic import: mark as seen</translation>
    </message>
    <message>
        <source>自动导入：撤销整批</source>
        <translation>Automatic import: undo the import</translation>
    </message>
</context>
<context>
    <name>LedgerReader</name>
    <message>
        <source>剪贴板</source>
        <translation>Clipboard</translation>
    </message>
    <message>
        <source>正在读取 %1</source>
        <translation>Reading %1</translation>
    </message>
    <message>
        <source>正在重新核对</source>
        <translation>Checking again</translation>
    </message>
</context>
<context>
    <name>LetterPictures</name>
    <message>
        <source>信头标志</source>
        <translation>Logo of the letterhead</translation>
    </message>
    <message>
        <source>签名图片</source>
        <translation>Picture of the signature</translation>
    </message>
    <message>
        <source>选图片</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>已有图片</source>
        <translation>There is a picture</translation>
    </message>
    <message>
        <source>没有图片</source>
        <translation>No picture</translation>
    </message>
</context>
<context>
    <name>LetterWizard</name>
    <message>
        <source>选择债务人</source>
        <translation>Choose debtors</translation>
    </message>
    <message>
        <source>核对与预览</source>
        <translation>Check and preview</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>登记 EMS 单号</source>
        <translation>Register waybills</translation>
    </message>
    <message>
        <source>批量催款函</source>
        <translation>Letters in bulk</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>笔数</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>账龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message numerus="yes">
        <source>打印 %1 封</source>
        <translation>
            <numerusform>Print %1 letter</numerusform>
            <numerusform>Print %1 letters</numerusform>
        </translation>
    </message>
    <message>
        <source>全部正常</source>
        <translation>All came out well</translation>
    </message>
    <message numerus="yes">
        <source>登记 %1 个单号</source>
        <translation>
            <numerusform>Register %1 waybill</numerusform>
            <numerusform>Register %1 waybills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 封可打印</source>
        <translation>
            <numerusform>%1 letter can be printed</numerusform>
            <numerusform>%1 letters can be printed</numerusform>
        </translation>
    </message>
    <message>
        <source>合计 %1</source>
        <translation>total %1</translation>
    </message>
    <message>
        <source>登记后进入投递跟踪；寄出本身不中断时效</source>
        <translation>Delivery is followed from here on; posting alone moves no limitation period</translation>
    </message>
    <message>
        <source>下一步登记 EMS 单号，也可以以后从“函件”里登记</source>
        <translation>Next: the waybill numbers; they can be entered later from Letters too</translation>
    </message>
    <message>
        <source>未勾选</source>
        <translation>not ticked</translation>
    </message>
    <message>
        <source>正在出具函件</source>
        <translation>Issuing letters</translation>
    </message>
    <message>
        <source>没有出具函件：%1</source>
        <translation>No letter was issued: %1</translation>
    </message>
    <message>
        <source>%1 的函件没有出具：%2</source>
        <translation>No letter to %1: %2</translation>
    </message>
    <message>
        <source>正在打印催款函</source>
        <translation>Printing letters</translation>
    </message>
    <message>
        <source>打印函件</source>
        <translation>Print letters</translation>
    </message>
    <message>
        <source>这台电脑没有打印机。函件已存好，可以存为 PDF 后到别处打印。</source>
        <translation>This computer has no printer. The letters are stored; save them as PDF and print them elsewhere.</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>正在存为 PDF</source>
        <translation>Saving PDF files</translation>
    </message>
    <message>
        <source>正在登记单号</source>
        <translation>Registering waybills</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>函件</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>在途天数</source>
        <translation>Days in the post</translation>
    </message>
    <message>
        <source>付款天数</source>
        <translation>Days to pay</translation>
    </message>
    <message>
        <source>重复提醒间隔（天）</source>
        <translation>Days before the same letter again</translation>
    </message>
    <message>
        <source>%1，可设 %2 至 %3</source>
        <translation>%1; from %2 to %3</translation>
    </message>
    <message>
        <source>%1 倍</source>
        <translation>%1 times</translation>
    </message>
    <message>
        <source>没有约定利率时，按 LPR 的</source>
        <translation>Where no rate is agreed, the LPR times</translation>
    </message>
    <message>
        <source>违约时的，固定</source>
        <translation>at breach, fixed</translation>
    </message>
    <message>
        <source>随公布分段</source>
        <translation>as published</translation>
    </message>
    <message>
        <source>没有约定利率时的 LPR</source>
        <translation>Where no rate is agreed, the LPR</translation>
    </message>
    <message>
        <source>下一个编号</source>
        <translation>Next number</translation>
    </message>
    <message>
        <source>编号前缀在“本单位”里设置；编号连续，作废的不再使用。</source>
        <translation>The prefix is set under Your firm. Numbers run on; a void one is never used again.</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>收件地址印在开窗信封的窗口里</source>
        <translation>Address in the window of the envelope</translation>
    </message>
    <message>
        <source>页脚印编号二维码</source>
        <translation>Number as a square code in the foot</translation>
    </message>
    <message>
        <source>按清单顺序</source>
        <translation>In the order of the list</translation>
    </message>
    <message>
        <source>按邮编顺序</source>
        <translation>In the order of postcodes</translation>
    </message>
    <message>
        <source>出具顺序</source>
        <translation>Order of issue</translation>
    </message>
    <message>
        <source>打印份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>双面打印</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <source>邮政结算用的协议客户代码，印在详情单上；没有就留空。</source>
        <translation>By which the post bills the firm; printed on waybills. Leave it empty where there is none.</translation>
    </message>
    <message>
        <source>协议客户代码</source>
        <translation>Customer code with the post</translation>
    </message>
</context>
<context>
    <name>LettersWorkspace</name>
    <message>
        <source>函件</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>还没有出具过函件</source>
        <translation>No letter was issued yet</translation>
    </message>
    <message>
        <source>批量催款函</source>
        <translation>Letters in bulk</translation>
    </message>
    <message>
        <source>没有符合条件的函件</source>
        <translation>No letter matches</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>出具日期</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>最迟付款日</source>
        <translation>Pay by</translation>
    </message>
    <message>
        <source>邮件单号</source>
        <translation>Waybill</translation>
    </message>
    <message>
        <source>交寄日期</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>投递日期</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Why void</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>登记单号</source>
        <translation>Waybills</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>投递结果</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>看凭证</source>
        <translation>Show the proof</translation>
    </message>
    <message>
        <source>保证人和担保</source>
        <translation>Guarantors and security</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>函件效果</source>
        <translation>Effect of letters</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message numerus="yes">
        <source>%1 封</source>
        <translation>
            <numerusform>%1 letter</numerusform>
            <numerusform>%1 letters</numerusform>
        </translation>
    </message>
    <message>
        <source>导出函件</source>
        <translation>Export letters</translation>
    </message>
    <message>
        <source>已导出 %1 封到 %2</source>
        <translation>%1 letters exported to %2</translation>
    </message>
    <message>
        <source>正在导出函件</source>
        <translation>Exporting letters</translation>
    </message>
    <message>
        <source>%1 作废后编号不再使用，PDF 仍留在证据里。</source>
        <translation>The number %1 will not be used again; the PDF stays in evidence.</translation>
    </message>
    <message>
        <source>作废函件</source>
        <translation>Void the letter</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>LevelRow</name>
    <message>
        <source>启用</source>
        <translation>On</translation>
    </message>
    <message>
        <source>去掉这一条</source>
        <translation>Remove this line</translation>
    </message>
    <message>
        <source>到期日后天数</source>
        <translation>Days after the due date</translation>
    </message>
    <message>
        <source>距上一步至少天数</source>
        <translation>Days at least since the last step</translation>
    </message>
    <message>
        <source>最低金额</source>
        <translation>Least amount</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>这份材料还证明哪笔债权</source>
        <translation>Which other claim does this document prove</translation>
    </message>
    <message>
        <source>用于这笔债权</source>
        <translation>Use it for this claim</translation>
    </message>
    <message>
        <source>没有其他债权</source>
        <translation>No other claims</translation>
    </message>
    <message>
        <source>没有符合条件的债权</source>
        <translation>No claim matches</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>设锁</source>
        <translation>Set a lock</translation>
    </message>
    <message>
        <source>更改口令</source>
        <translation>Change the pass phrase</translation>
    </message>
    <message>
        <source>去掉锁</source>
        <translation>Remove the lock</translation>
    </message>
    <message>
        <source>锁遮住窗口，不给数据加密；口令没有别人知道，也找不回来。</source>
        <translation>The lock hides the window and does not encrypt the data. Nobody else knows the pass phrase, and it cannot be found out.</translation>
    </message>
    <message>
        <source>以后解锁用新口令。</source>
        <translation>From now on the new pass phrase unlocks.</translation>
    </message>
    <message>
        <source>以后离开电脑时，窗口里的内容谁都能看到。</source>
        <translation>When you leave the computer, anybody can see what the windows show.</translation>
    </message>
    <message>
        <source>数据已加密，锁用的就是数据的口令。</source>
        <translation>The data are encrypted; the lock opens with their pass phrase.</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Pass phrase</translation>
    </message>
    <message>
        <source>数据的口令</source>
        <translation>Pass phrase of the data</translation>
    </message>
    <message>
        <source>至少 %1 个字符，几个不相干的词最好记</source>
        <translation>At least %1 characters; a few unrelated words are easiest to remember</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New pass phrase</translation>
    </message>
    <message>
        <source>再输一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>现在的口令</source>
        <translation>Present pass phrase</translation>
    </message>
    <message>
        <source>两次输入的新口令不一样。</source>
        <translation>The new pass phrase was not typed the same twice.</translation>
    </message>
    <message>
        <source>正在核对口令</source>
        <translation>Checking the pass phrase</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>清账已锁定</source>
        <translation>Qingzhang is locked</translation>
    </message>
    <message>
        <source>窗口里的内容已遮住，打开着的窗口和填了一半的内容都在，正在进行的工作照常继续。</source>
        <translation>What the windows show is hidden. Open windows and what you had begun to type are still there, and work under way goes on.</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>忘记口令</source>
        <translation>Forgotten</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Pass phrase</translation>
    </message>
    <message>
        <source>正在核对口令</source>
        <translation>Checking the pass phrase</translation>
    </message>
    <message>
        <source>请等 %1 秒再试。</source>
        <translation>Wait %1 seconds before the next try.</translation>
    </message>
    <message>
        <source>口令忘了就输入打印出来的恢复密钥，同样可以解锁；之后在“设置 › 安全”里换一个口令。</source>
        <translation>If the pass phrase is forgotten, type the recovery key that was printed: it unlocks too. Then take a new pass phrase under Settings › Security.</translation>
    </message>
    <message>
        <source>口令找不回来。这把锁只遮住窗口，没有给数据加密：能使用数据目录的人可以运行命令 lock --reset 去掉锁，日志会记下是谁、在什么时候；然后关闭这个窗口，重新打开。</source>
        <translation>The pass phrase cannot be found out. This lock only hides the window and encrypts nothing: whoever may use the data folder can take it away with the command lock --reset, and the journal notes who did and when. Then close this window and open it again.</translation>
    </message>
</context>
<context>
    <name>LookWindow</name>
    <message>
        <source>函件版式</source>
        <translation>How letters look</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>收件地址印在开窗信封的窗口里</source>
        <translation>Address where a window envelope shows it</translation>
    </message>
    <message>
        <source>页脚印编号二维码</source>
        <translation>Number as a square code at the foot</translation>
    </message>
    <message>
        <source>双面打印</source>
        <translation>Both sides of the sheet</translation>
    </message>
    <message>
        <source>按清单顺序</source>
        <translation>As listed</translation>
    </message>
    <message>
        <source>按邮编顺序</source>
        <translation>By postcode</translation>
    </message>
    <message>
        <source>出具顺序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>打印份数</source>
        <translation>Copies</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>紧凑</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>宽松</source>
        <translation>Loose</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>清账</source>
        <translation>Qingzhang</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>债权</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Debtors</translation>
    </message>
    <message>
        <source>函件</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>协议</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>到账</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>时效</source>
        <translation>Clocks</translation>
    </message>
    <message>
        <source>评审</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>未填本单位</source>
        <translation>Creditor not set</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>债权(&amp;C)</source>
        <translation>&amp;Claim</translation>
    </message>
    <message>
        <source>计算(&amp;S)</source>
        <translation>&amp;Sums</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>示例数据：可以随意试用，离开后不保留。</source>
        <translation>Sample data: try anything; it is not kept when you leave.</translation>
    </message>
    <message>
        <source>离开示例</source>
        <translation>Leave the sample</translation>
    </message>
    <message>
        <source>我负责的</source>
        <translation>Assigned to me</translation>
    </message>
</context>
<context>
    <name>MappingCard</name>
    <message>
        <source>确定</source>
        <translation>Sure</translation>
    </message>
    <message>
        <source>可能</source>
        <translation>Likely</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>Please check</translation>
    </message>
</context>
<context>
    <name>MatchPage</name>
    <message>
        <source>↑↓ 换列，直接打字选含义，↵ 确认，Delete 不导入这一列</source>
        <translation>↑↓ go from column to column, type to choose a meaning, ↵ takes it, Delete leaves the column out</translation>
    </message>
    <message>
        <source>按哪种软件的格式读</source>
        <translation>Read as the ledger of which program</translation>
    </message>
    <message>
        <source>自动识别</source>
        <translation>By itself</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>认出是 %1</source>
        <translation>Recognised: %1</translation>
    </message>
    <message>
        <source>还缺少必需的列：%1。请在下面的卡片里指定。</source>
        <translation>Still missing: %1. Please name the column on a card below.</translation>
    </message>
    <message>
        <source>这种表您以前匹配过，已按那次的匹配读入。改了会记住新的。</source>
        <translation>You have matched this kind of ledger before; it was read so. What you change now is remembered.</translation>
    </message>
    <message>
        <source>上面是文件的列名，下面是它的含义。下个月同样的表会直接按这次的匹配读入。</source>
        <translation>Above stands the heading of the file, below what it means. Next month the same ledger is read as matched now.</translation>
    </message>
</context>
<context>
    <name>MemberFields</name>
    <message>
        <source>组员姓名</source>
        <translation>Name of the member</translation>
    </message>
    <message>
        <source>在专案里的身份</source>
        <translation>Role in the case</translation>
    </message>
    <message>
        <source>加组员</source>
        <translation>Add member</translation>
    </message>
</context>
<context>
    <name>MendTable</name>
    <message>
        <source>读不懂的单元格</source>
        <translation>Cells that cannot be read</translation>
    </message>
    <message>
        <source>读不懂的单元格：直接输入正确的内容，F2 修改；原文件不动</source>
        <translation>Cells that cannot be read: type what they should say, F2 to edit; the file stays as it is</translation>
    </message>
    <message>
        <source>单元格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>合并客户</source>
        <translation>Merge debtors</translation>
    </message>
    <message>
        <source>另一家的名称、首字母、代码或电话</source>
        <translation>Name, initials, code or telephone of the other</translation>
    </message>
    <message>
        <source>并入的客户</source>
        <translation>Debtor to be merged</translation>
    </message>
    <message>
        <source>选出其实是同一家的客户，它的债权、通话、函件和回款都归到这一家。可以撤销。</source>
        <translation>Choose the debtor that is in truth the same: its claims, calls, letters and receipts move here. This can be undone.</translation>
    </message>
    <message>
        <source>名称相近</source>
        <translation>Similar name</translation>
    </message>
    <message>
        <source>并入这一家</source>
        <translation>Merge into this one</translation>
    </message>
    <message>
        <source>%1 笔债权，%2，归到这一家</source>
        <translation>%1 claims, %2, move here</translation>
    </message>
    <message>
        <source>代码不同，仍要合并</source>
        <translation>Merge although codes differ</translation>
    </message>
</context>
<context>
    <name>MishapDialog</name>
    <message>
        <source>程序出错</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>程序有一步没有做完，已保存的数据没有改动。请重试；若再次出现，请把下面的报告交给维护人员。</source>
        <translation>One step was not finished; what was saved is unchanged. Try again; if it happens once more, pass the report below on to the maintainers.</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>报告里没有单位、姓名和金额；程序不会自己发送它。</source>
        <translation>The report names no firm, no person and no sum; the program never sends it by itself.</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>保存报告</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>文本 (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>没有存成：%1</source>
        <translation>Not saved: %1</translation>
    </message>
    <message>
        <source>已存到 %1</source>
        <translation>Saved to %1</translation>
    </message>
</context>
<context>
    <name>MissingBar</name>
    <message>
        <source>已付清</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>已红冲或核减</source>
        <translation>Credited</translation>
    </message>
    <message>
        <source>预收已用完</source>
        <translation>Credit used up</translation>
    </message>
    <message>
        <source>仍欠</source>
        <translation>Still owed</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Ask later</translation>
    </message>
    <message>
        <source>空格勾选多笔，一个键回答。付清和红冲会登记为“台账回款”；不填日期时记在台账日，不作为时效中断的依据。</source>
        <translation>Space ticks several, one key answers. Paid and credited are booked as receipts by ledger; without a date, on the ledger&apos;s day, which does not interrupt limitation.</translation>
    </message>
    <message>
        <source>到账或红冲日期</source>
        <translation>Date, if known</translation>
    </message>
    <message>
        <source>说明（可不填）</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>MonthPage</name>
    <message>
        <source>没有需要定的例外</source>
        <translation>No exceptions to decide</translation>
    </message>
    <message>
        <source>其余债权沿用上次的决定，可以直接签字。</source>
        <translation>The other claims go on as decided before; the month can be signed.</translation>
    </message>
    <message>
        <source>例外</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>改为截至今天</source>
        <translation>As at today</translation>
    </message>
    <message>
        <source>按建议定其余</source>
        <translation>Accept the rest</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>剩 %1 笔</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>都已定，可以签字</source>
        <translation>All decided, ready to sign</translation>
    </message>
    <message>
        <source>%1 于 %2 签字，不再改动</source>
        <translation>Signed by %1 on %2, frozen</translation>
    </message>
    <message>
        <source>截至 %1，例外 %2 笔，全部 %3 笔</source>
        <translation>As at %1, %2 exceptions of %3 claims</translation>
    </message>
    <message>
        <source>补充 %1 条</source>
        <translation>%1 supplements</translation>
    </message>
    <message>
        <source>处置方案	M</source>
        <translation>Measure	M</translation>
    </message>
    <message>
        <source>看这笔债权	G</source>
        <translation>Show this claim	G</translation>
    </message>
    <message>
        <source>补充说明</source>
        <translation>Add a supplement</translation>
    </message>
    <message>
        <source>评审已签字，原内容不变；补充另记一条，下月以它为准。</source>
        <translation>The review is signed and stays as it is. The supplement is kept beside it, and next month goes on from it.</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>补充</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>评审纪要</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>导出评审纪要</source>
        <translation>Export the minutes</translation>
    </message>
    <message>
        <source>已导出到 %1</source>
        <translation>Exported to %1</translation>
    </message>
</context>
<context>
    <name>NamesPane</name>
    <message>
        <source>台账里的名称</source>
        <translation>Name in the ledger</translation>
    </message>
    <message>
        <source>相近的名称</source>
        <translation>Similar name</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Because</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>是同一家，合并</source>
        <translation>One debtor, merge</translation>
    </message>
    <message>
        <source>是两家，不再提示</source>
        <translation>Two debtors, never ask again</translation>
    </message>
    <message>
        <source>以后再定</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>没有定的按两个债务人导入，名称会留在“相近的名称”里</source>
        <translation>What is not settled is imported as two debtors and stays among the similar names</translation>
    </message>
    <message>
        <source>按同一家导入</source>
        <translation>As one debtor</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>OpenCaseFields</name>
    <message>
        <source>专案名称</source>
        <translation>Name of the case</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goal</translation>
    </message>
</context>
<context>
    <name>OptionsPane</name>
    <message>
        <source>最迟付款日</source>
        <translation>Pay by</translation>
    </message>
    <message>
        <source>函件种类</source>
        <translation>Kind of letter</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>写明逾期利息</source>
        <translation>State late-payment interest</translation>
    </message>
    <message>
        <source>利息怎么算的</source>
        <translation>How interest was reckoned</translation>
    </message>
    <message>
        <source>请对方提供最能补强的证据</source>
        <translation>Ask for the best missing proof</translation>
    </message>
    <message>
        <source>仍要寄送的理由</source>
        <translation>Why it goes out all the same</translation>
    </message>
    <message>
        <source>联系规则拦下的，写明理由才寄，理由记入日志</source>
        <translation>What the contact rules hold back goes out only with a reason, kept in the journal</translation>
    </message>
    <message>
        <source>改用语</source>
        <translation>Change wording</translation>
    </message>
    <message>
        <source>版式</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>出具时按顺序取号，作废的编号不再使用</source>
        <translation>Drawn in order when issued; a void number is never used again</translation>
    </message>
    <message>
        <source>随债务人</source>
        <translation>As the debtor</translation>
    </message>
    <message>
        <source>EMS 内件品名</source>
        <translation>Item name on the waybill</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>照写在详情单上，写明催讨的事项与金额</source>
        <translation>Copy it onto the waybill: it says what is demanded, and how much</translation>
    </message>
    <message>
        <source>%1 起</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>催告到达即中断诉讼时效</source>
        <translation>Arrival restarts the limitation period</translation>
    </message>
    <message>
        <source>内件品名写明催讨事项与金额；保留寄件存根、返单与跟踪记录。寄出本身不中断时效。</source>
        <translation>Name demand and amount on the waybill; keep stub, return slip and tracking. Posting alone does not restart it.</translation>
    </message>
    <message>
        <source>这种函件到达不中断诉讼时效</source>
        <translation>Its arrival does not interrupt limitation</translation>
    </message>
    <message>
        <source>要中断时效，请寄催款函并保留送达证据，或者取得债务人签署的确认。</source>
        <translation>To interrupt limitation send a demand and keep the proof of delivery, or have the debtor sign an acknowledgement.</translation>
    </message>
    <message>
        <source>请填写今天以后的日期</source>
        <translation>Enter a day after today</translation>
    </message>
    <message>
        <source>%1 天付款＋%2 天在途，遇休息日顺延</source>
        <translation>%1 days to pay + %2 in the post, moved to a working day</translation>
    </message>
    <message>
        <source>%1 年节假日未公布</source>
        <translation>holidays of %1 not published</translation>
    </message>
    <message>
        <source>少于 15 天，可能被认为不合理</source>
        <translation>less than 15 days may be held unreasonable</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>保存后</source>
        <translation>After saving</translation>
    </message>
    <message>
        <source>按主张</source>
        <translation>Claimed</translation>
    </message>
    <message>
        <source>可证明</source>
        <translation>Provable</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>充分</source>
        <translation>strong</translation>
    </message>
    <message>
        <source>尚可</source>
        <translation>fair</translation>
    </message>
    <message>
        <source>不足</source>
        <translation>insufficient</translation>
    </message>
    <message>
        <source>，还缺 %1</source>
        <translation>, lacks %1</translation>
    </message>
</context>
<context>
    <name>OutcomeRows</name>
    <message>
        <source>见到了</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>没见到人</source>
        <translation>Nobody there</translation>
    </message>
    <message>
        <source>已发出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>对方已回复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>没有送达</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>已接通</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>无人接听</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>占线或关机</source>
        <translation>Busy or off</translation>
    </message>
    <message>
        <source>空号停机</source>
        <translation>Not in use</translation>
    </message>
</context>
<context>
    <name>OutlookPanel</name>
    <message>
        <source>保存后</source>
        <translation>On save</translation>
    </message>
    <message>
        <source>上次通话</source>
        <translation>Last call</translation>
    </message>
    <message>
        <source>听录音</source>
        <translation>Play recording</translation>
    </message>
    <message>
        <source>到账 %1 待核对入账，可能就是对方所付</source>
        <translation>%1 waits in the bank, possibly from them</translation>
    </message>
    <message>
        <source>上次通话 %1</source>
        <translation>Last call %1</translation>
    </message>
    <message>
        <source>%1 笔债权合并沟通</source>
        <translation>%1 claims in one call</translation>
    </message>
    <message>
        <source>另有 %1 笔其他币种，请另行沟通</source>
        <translation>%1 more in other currencies want their own call</translation>
    </message>
    <message>
        <source>另有争议 %1，不催</source>
        <translation>%1 disputed besides, not asked for</translation>
    </message>
</context>
<context>
    <name>PagesWindow</name>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>命令面板</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>客户、联系人、电话尾号、单据号或命令</source>
        <translation>Debtor, person, end of a telephone, number or command</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>支持拼音首字母</source>
        <translation>pinyin initials work</translation>
    </message>
    <message>
        <source>没有找到。可以输入名称、拼音首字母、编号或电话尾号。</source>
        <translation>Nothing found. Type a name, pinyin initials, a number or the end of a telephone number.</translation>
    </message>
</context>
<context>
    <name>PaymentsPane</name>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>单据号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>核销</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>By</translation>
    </message>
    <message>
        <source>未核销</source>
        <translation>Left over</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>这笔收款核销的单据</source>
        <translation>What this receipt pays</translation>
    </message>
    <message>
        <source>空格勾选这笔收款核销哪些单据，↵ 到单据，Delete 恢复自动核销</source>
        <translation>Space ticks what this receipt pays, ↵ goes to the documents, Delete leaves it to the rules</translation>
    </message>
    <message>
        <source>恢复自动核销</source>
        <translation>Match by the rules</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>用户与负责人</source>
        <translation>Users and owners</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>元。%1</source>
        <translation>Yuan. %1</translation>
    </message>
    <message>
        <source>须批准的分期协议，从多少起</source>
        <translation>Plans need approval from</translation>
    </message>
    <message>
        <source>各角色能做的事</source>
        <translation>What each role may do</translation>
    </message>
    <message>
        <source>还没有设置人员，任何人都可以做任何事。添加第一个人后开始分角色，第一个人须是主管。</source>
        <translation>Nobody is set up, so everyone may do everything. Roles count from the first person on, who must be a supervisor.</translation>
    </message>
    <message>
        <source>每个人只能做角色允许的事；不能做的按钮停用并说明原因。</source>
        <translation>Everyone may do what their roles allow; what they may not is disabled and says why.</translation>
    </message>
    <message>
        <source>现在使用的是</source>
        <translation>At this computer now</translation>
    </message>
    <message>
        <source>不在岗</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>回到岗位</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>联系人</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>还没有联系人</source>
        <translation>There is no contact yet</translation>
    </message>
    <message>
        <source>接通 %1/%2</source>
        <translation>Reached %1/%2</translation>
    </message>
    <message>
        <source>已核实</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>未联系</source>
        <translation>not tried</translation>
    </message>
    <message>
        <source>不得致电</source>
        <translation>Do not call</translation>
    </message>
    <message>
        <source>记录通话</source>
        <translation>Log call</translation>
    </message>
</context>
<context>
    <name>PeopleWindow</name>
    <message>
        <source>联系人与须知</source>
        <translation>People and cautions</translation>
    </message>
    <message>
        <source>新增联系人</source>
        <translation>New contact</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>登记后，通话窗口会列出姓名和号码，并记住各自的接通情况。</source>
        <translation>Once entered, the call window offers name and number and remembers how often each answered.</translation>
    </message>
    <message>
        <source>还没有联系人</source>
        <translation>No contacts yet</translation>
    </message>
    <message>
        <source>上午接通 %1/%2，下午接通 %3/%4</source>
        <translation>Reached %1 of %2 before noon, %3 of %4 after</translation>
    </message>
    <message>
        <source>承诺兑现 %1/%2</source>
        <translation>Promises kept %1 of %2</translation>
    </message>
    <message>
        <source>联系前须知</source>
        <translation>Before contacting</translation>
    </message>
    <message>
        <source>补填受理日、法院、案号</source>
        <translation>Enter the day, court and case number</translation>
    </message>
    <message>
        <source>没有受理日，利息没有停止</source>
        <translation>no day of acceptance: interest runs on</translation>
    </message>
    <message>
        <source>%1 受理，利息自该日起停止</source>
        <translation>accepted on %1, interest stops that day</translation>
    </message>
    <message>
        <source>从何得知</source>
        <translation>How it is known</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>不再这样联系</source>
        <translation>No longer this way</translation>
    </message>
    <message>
        <source>同意夜间</source>
        <translation>Nights agreed</translation>
    </message>
    <message>
        <source>今天核实无误</source>
        <translation>Verified today</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>End</translation>
    </message>
    <message>
        <source>接通 %1/%2</source>
        <translation>Reached %1 of %2</translation>
    </message>
    <message>
        <source>%1 核实</source>
        <translation>Verified %1</translation>
    </message>
</context>
<context>
    <name>PersonWindow</name>
    <message>
        <source>个人信息</source>
        <translation>A person&apos;s data</translation>
    </message>
    <message>
        <source>导出全部</source>
        <translation>Export everything</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>抹去姓名</source>
        <translation>Erase the name</translation>
    </message>
    <message>
        <source>在上面写全名：客户的联系人、接过电话的人、签收人、保证人或自然人客户。</source>
        <translation>Type the whole name above: a debtor&apos;s contact, somebody who was called or signed for mail, a guarantor, a natural person.</translation>
    </message>
    <message>
        <source>没有这个人的记录</source>
        <translation>Nothing under this name</translation>
    </message>
    <message>
        <source>处数</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>姓名换成代号，电话和邮箱去掉。列表里写明“留着”的地方不改动，原因写在后面。不能撤销。</source>
        <translation>A pseudonym takes the place of the name; telephone and mail address go. What the list says stays is not changed, for the reason given there. This cannot be undone.</translation>
    </message>
    <message>
        <source>已抹去 %1 处，代号 %2；因债权保留 %3 处，文字里保留 %4 处。</source>
        <translation>Taken out in %1 places, pseudonym %2; %3 stay since a claim needs them, %4 in texts.</translation>
    </message>
    <message>
        <source>可以抹去</source>
        <translation>can be erased</translation>
    </message>
    <message>
        <source>查一个人</source>
        <translation>Look up a person</translation>
    </message>
    <message>
        <source>全名</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>记在哪里</source>
        <translation>Where it stands</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>抹去</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>文字里提到，编号 %1</source>
        <translation>Named in a text, No. %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 处</source>
        <translation>
            <numerusform>%1 record</numerusform>
            <numerusform>%1 records</numerusform>
        </translation>
    </message>
    <message>
        <source>导出到哪个目录里</source>
        <translation>Folder to export into</translation>
    </message>
    <message>
        <source>已导出到 %1</source>
        <translation>Exported to %1</translation>
    </message>
    <message>
        <source>正在导出个人信息</source>
        <translation>Exporting a person&apos;s data</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>PlanColumns</name>
    <message>
        <source>待签</source>
        <translation>To be signed</translation>
    </message>
    <message>
        <source>已交对方</source>
        <translation>With debtor</translation>
    </message>
    <message>
        <source>履行中</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>已违约</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>已提前到期</source>
        <translation>Called due</translation>
    </message>
    <message>
        <source>已结清</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>已被代替</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>%1 / %2 期</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>分期总额</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>已付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Paid off</translation>
    </message>
    <message>
        <source>下期应付</source>
        <translation>Next due</translation>
    </message>
    <message>
        <source>协议编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>制作日</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>分期还款协议</source>
        <translation>Payment plan</translation>
    </message>
    <message>
        <source>补充协议</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>保存并打印</source>
        <translation>Save and print</translation>
    </message>
    <message>
        <source>改为补充协议</source>
        <translation>Make it a supplement</translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>How?</translation>
    </message>
    <message>
        <source>预览协议</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>双方签字盖章并登记扫描件后，协议才生效</source>
        <translation>It binds once both have signed and the scan is filed</translation>
    </message>
    <message>
        <source>欠款 %1·%2 笔债权</source>
        <translation>%1 owed, claims: %2</translation>
    </message>
    <message>
        <source>这些债权已有协议 %1。要变更它，请改为补充协议；两份并行会相互矛盾。</source>
        <translation>Agreement %1 already covers these claims. To change it, make this a supplement; two side by side contradict each other.</translation>
    </message>
    <message>
        <source>这些债权已有协议 %1。新协议签署前，请先作废旧的，以免两份并行。</source>
        <translation>These claims already stand in plan %1. Void it before the new one is signed, so that only one is in force.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>协议还没有保存</source>
        <translation>The plan is not saved yet</translation>
    </message>
    <message>
        <source>关闭后，刚才的期数、金额和条款不会保留。</source>
        <translation>The instalments, sums and clauses chosen will not be kept.</translation>
    </message>
    <message>
        <source>放弃填写</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>正在排版</source>
        <translation>Setting the pages</translation>
    </message>
    <message>
        <source>协议 %1 的补充协议</source>
        <translation>supplement to agreement %1</translation>
    </message>
    <message>
        <source>还款协议预览</source>
        <translation>Preview of the agreement</translation>
    </message>
    <message>
        <source>正在保存协议</source>
        <translation>Saving the plan</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>选中一份协议，这里显示详情</source>
        <translation>Choose a plan to see it in full</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>制作</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>交对方</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>签署</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>保证人</source>
        <translation>Guarantor</translation>
    </message>
    <message>
        <source>补充</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>已付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>拖入双方签好的扫描件</source>
        <translation>Drop the signed scan here</translation>
    </message>
    <message>
        <source>自签署日起，按期监督付款，诉讼时效重新计算。</source>
        <translation>From the day of signing its payments are watched and limitation runs anew.</translation>
    </message>
    <message>
        <source>签署日</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>选择扫描件</source>
        <translation>Choose scan</translation>
    </message>
    <message>
        <source>期次</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>应付日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>应付</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>已付 %1</source>
        <translation>%1 paid</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not due</translation>
    </message>
    <message>
        <source>签署清单 %1 / %2</source>
        <translation>Signing list %1 / %2</translation>
    </message>
    <message>
        <source>%1（建议）</source>
        <translation>%1 (advised)</translation>
    </message>
    <message>
        <source>共 %1，%2</source>
        <translation>of %1, %2</translation>
    </message>
    <message>
        <source>下期 %1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>全部余款已于 %1 到期（%2）</source>
        <translation>The whole rest fell due on %1 (%2)</translation>
    </message>
    <message>
        <source>提前到期通知 %1 已制作，送达对方时全部到期</source>
        <translation>Notice of acceleration %1 is made; the whole rest is due when it arrives</translation>
    </message>
    <message>
        <source>已可宣布全部到期：按 N 发通知</source>
        <translation>The whole rest may be called due: N gives notice</translation>
    </message>
    <message>
        <source>自 %1 起可以宣布全部到期；按 N 先发违约通知</source>
        <translation>From %1 the whole rest may be called due; N gives notice of default</translation>
    </message>
    <message>
        <source>已致函 %1 征求同意；书面同意收回后，在“保证人和担保”里登记</source>
        <translation>%1 was asked for consent; when it comes back, enter it under “Guarantors and security”</translation>
    </message>
    <message>
        <source>原协议保证人 %1 没有签署本补充协议，仍按原协议承担保证责任：按 N 致函保证人</source>
        <translation>%1, guarantor of the earlier agreement, did not sign this supplement and stays bound as agreed before: press N to write to the guarantor</translation>
    </message>
    <message>
        <source>%1（书面同意）</source>
        <translation>%1 (consented)</translation>
    </message>
    <message>
        <source>被 %1 代替</source>
        <translation>Replaced by %1</translation>
    </message>
    <message>
        <source>补充 %1</source>
        <translation>To %1</translation>
    </message>
    <message>
        <source>扫描件</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>选择签好的扫描件</source>
        <translation>Choose the signed scan</translation>
    </message>
    <message>
        <source>请填写签署日，如 2026-11-20</source>
        <translation>Give the day of signing, such as 2026-11-20</translation>
    </message>
</context>
<context>
    <name>PlansWorkspace</name>
    <message>
        <source>协议</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>还没有分期协议</source>
        <translation>No payment plans yet</translation>
    </message>
    <message>
        <source>在“债权”里选中同一债务人的债权，按 P 拟定。</source>
        <translation>Choose claims of one debtor under Claims and press P.</translation>
    </message>
    <message>
        <source>没有符合条件的协议</source>
        <translation>No plan matches</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>登记扫描件</source>
        <translation>File signed scan</translation>
    </message>
    <message>
        <source>发通知</source>
        <translation>Give notice</translation>
    </message>
    <message>
        <source>补充协议</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>已交对方</source>
        <translation>With debtor</translation>
    </message>
    <message>
        <source>%1 份</source>
        <translation>%1 in all</translation>
    </message>
    <message>
        <source>%1 份待签</source>
        <translation>%1 to be signed</translation>
    </message>
    <message>
        <source>%1 份已违约</source>
        <translation>%1 broken</translation>
    </message>
    <message>
        <source>打开	O</source>
        <translation>Open	O</translation>
    </message>
    <message>
        <source>打印	Ctrl P</source>
        <translation>Print	Ctrl P</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>登记扫描件	E</source>
        <translation>File signed scan	E</translation>
    </message>
    <message>
        <source>已交对方	T</source>
        <translation>With debtor	T</translation>
    </message>
    <message>
        <source>发通知	N</source>
        <translation>Give notice	N</translation>
    </message>
    <message>
        <source>补充协议	S</source>
        <translation>Supplement	S</translation>
    </message>
    <message>
        <source>看这些债权	G</source>
        <translation>Show the claims	G</translation>
    </message>
    <message>
        <source>作废	Delete</source>
        <translation>Void	Delete</translation>
    </message>
    <message>
        <source>扫描件已登记，协议自 %1 起生效</source>
        <translation>The scan is filed; the plan is in force from %1</translation>
    </message>
    <message>
        <source>已记下：协议已交对方，等待签署</source>
        <translation>Noted: the agreement is with the debtor, to be signed</translation>
    </message>
    <message>
        <source>签署清单已更新</source>
        <translation>Signing list kept</translation>
    </message>
    <message>
        <source>%1 作废后不再监督付款，PDF 仍留在证据里。</source>
        <translation>Once void, %1 is watched no more; its PDF stays with the evidence.</translation>
    </message>
    <message>
        <source>作废协议</source>
        <translation>Void a plan</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>协议已作废</source>
        <translation>The plan is void</translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>催收节点</source>
        <translation>Dunning levels</translation>
    </message>
    <message>
        <source>从到期日算起，第几天做什么；到期前为负数。错过的日子不会跳过，做过的不会重来。</source>
        <translation>What to do on which day from the due date; before it, negative. A missed day skips nothing, what was done does not come again.</translation>
    </message>
    <message>
        <source>接通后再次拨打（天）</source>
        <translation>Call again after a talk (days)</translation>
    </message>
    <message>
        <source>保证期间提前（天）</source>
        <translation>Ahead of a guarantee (days)</translation>
    </message>
    <message>
        <source>函件期满后无回应（天）</source>
        <translation>Letter unanswered after its deadline (days)</translation>
    </message>
    <message>
        <source>交寄后无投递结果（天）</source>
        <translation>No delivery result after mailing (days)</translation>
    </message>
    <message>
        <source>标为完成但仍未解决，再次列出（天）</source>
        <translation>Ticked off but still so, back after (days)</translation>
    </message>
    <message>
        <source>为部分债权另设</source>
        <translation>For some claims only</translation>
    </message>
    <message>
        <source>预览影响</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>保存节点</source>
        <translation>Save levels</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>Read in</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>以前的版本</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>评分权重</source>
        <translation>Weights of the score</translation>
    </message>
    <message>
        <source>不提醒</source>
        <translation>No notice</translation>
    </message>
    <message>
        <source>桌面提醒今日清单</source>
        <translation>Desktop notice of today&apos;s list</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>距上一步</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>最低金额</source>
        <translation>Least</translation>
    </message>
    <message>
        <source>默认节点</source>
        <translation>House default</translation>
    </message>
    <message>
        <source>今日清单会增加 %1 项</source>
        <translation>Added to today&apos;s list: %1</translation>
    </message>
    <message>
        <source>会去掉 %1 项</source>
        <translation>Gone from it: %1</translation>
    </message>
    <message>
        <source>会换组 %1 项</source>
        <translation>Moved to another group: %1</translation>
    </message>
    <message>
        <source>不变 %1 项</source>
        <translation>Unchanged: %1</translation>
    </message>
    <message>
        <source>已保存，今日清单按新节点列出。</source>
        <translation>Saved; today&apos;s list follows the new levels.</translation>
    </message>
    <message>
        <source>读入催收节点</source>
        <translation>Read in dunning levels</translation>
    </message>
    <message>
        <source>导出催收节点</source>
        <translation>Export dunning levels</translation>
    </message>
</context>
<context>
    <name>PostWindow</name>
    <message>
        <source>邮寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message numerus="yes">
        <source>%1 封</source>
        <translation>
            <numerusform>%1 letter</numerusform>
            <numerusform>%1 letters</numerusform>
        </translation>
    </message>
    <message>
        <source>表格、信封、标签</source>
        <translation>Form, envelope, label</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>偏移按打印机和表格分别保存</source>
        <translation>The offset is kept by printer and form</translation>
    </message>
    <message>
        <source>从第几枚标签开始</source>
        <translation>First free label</translation>
    </message>
    <message>
        <source>存校准页</source>
        <translation>Save calibration page</translation>
    </message>
    <message>
        <source>添加表格</source>
        <translation>Add a form</translation>
    </message>
    <message>
        <source>改表格或另建</source>
        <translation>Change or copy this form</translation>
    </message>
    <message>
        <source>交寄清单</source>
        <translation>Posting list</translation>
    </message>
    <message>
        <source>邮政软件 CSV</source>
        <translation>CSV for the post</translation>
    </message>
    <message>
        <source>删除表格</source>
        <translation>Delete this form</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>右移 mm</source>
        <translation>Right by mm</translation>
    </message>
    <message>
        <source>下移 mm</source>
        <translation>Down by mm</translation>
    </message>
    <message numerus="yes">
        <source>%1 页</source>
        <translation>
            <numerusform>%1 page</numerusform>
            <numerusform>%1 pages</numerusform>
        </translation>
    </message>
    <message>
        <source>这台电脑没有打印机，可以存为 PDF 后到别处打印。</source>
        <translation>This computer has no printer. Save as PDF and print elsewhere.</translation>
    </message>
    <message>
        <source>已送到打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>校准页</source>
        <translation>Calibration page</translation>
    </message>
    <message>
        <source>交寄信息</source>
        <translation>Waybill data</translation>
    </message>
    <message>
        <source>已存到 %1</source>
        <translation>Saved to %1</translation>
    </message>
    <message>
        <source>添加表格（TOML 或 JSON）</source>
        <translation>Add a form (TOML or JSON)</translation>
    </message>
    <message>
        <source>删除后不能再用它打印。程序自带的同名表格会恢复。</source>
        <translation>It can no longer be printed on. A form of the program of the same name stands again.</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>勾选左边的债务人，这里显示函件</source>
        <translation>Tick a debtor at the left to see the letter</translation>
    </message>
    <message>
        <source>上一封</source>
        <translation>Letter before</translation>
    </message>
    <message>
        <source>下一封</source>
        <translation>Next letter</translation>
    </message>
    <message>
        <source>函件</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>回执联</source>
        <translation>Reply slip</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>改本封</source>
        <translation>Change this one</translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>继续打印</source>
        <translation>Go on printing</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>打印正常吗？</source>
        <translation>Did everything print well?</translation>
    </message>
    <message>
        <source>从第</source>
        <translation>From letter</translation>
    </message>
    <message>
        <source>从第几封重打</source>
        <translation>Print again from letter</translation>
    </message>
    <message>
        <source>封重打</source>
        <translation>Print again</translation>
    </message>
    <message numerus="yes">
        <source>已存为 %1 份 PDF</source>
        <translation>
            <numerusform>Saved as %1 PDF file</numerusform>
            <numerusform>Saved as %1 PDF files</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>正在打印 %1</source>
        <translation>Printing %1</translation>
    </message>
    <message numerus="yes">
        <source>已送到打印机 %1 封</source>
        <translation>
            <numerusform>%1 letter sent to the printer</numerusform>
            <numerusform>%1 letters sent to the printer</numerusform>
        </translation>
    </message>
    <message>
        <source>已打印 %1</source>
        <translation>Printed %1</translation>
    </message>
    <message>
        <source>编号已取，函件已存入证据；关掉这个窗口也可以从“函件”里继续打印。</source>
        <translation>Numbers are drawn and the letters stand in evidence. If you close this window, go on printing from Letters.</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>修改客户资料</source>
        <translation>Edit debtor data</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>约定送达地址</source>
        <translation>agreed for service</translation>
    </message>
    <message>
        <source>登记地址</source>
        <translation>registered</translation>
    </message>
    <message>
        <source>最近使用</source>
        <translation>last used</translation>
    </message>
    <message>
        <source>其他来源</source>
        <translation>other source</translation>
    </message>
    <message>
        <source>自然人</source>
        <translation>Natural person</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Firm</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>统一代码</source>
        <translation>USCC</translation>
    </message>
    <message>
        <source>客户编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>地址来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>邮编</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>E-mail</translation>
    </message>
</context>
<context>
    <name>PromiseRow</name>
    <message>
        <source>下周五</source>
        <translation>Next Fri</translation>
    </message>
    <message>
        <source>月底</source>
        <translation>Month end</translation>
    </message>
    <message>
        <source>下月 5 日</source>
        <translation>5th</translation>
    </message>
    <message>
        <source>承诺还款日</source>
        <translation>Day promised</translation>
    </message>
    <message>
        <source>承诺金额</source>
        <translation>Amount promised</translation>
    </message>
    <message>
        <source>全额</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>再加一笔</source>
        <translation>Add another</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>ProofDialog</name>
    <message>
        <source>补证据</source>
        <translation>Add proof</translation>
    </message>
    <message>
        <source>保存证据</source>
        <translation>Save proof</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>On file</translation>
    </message>
    <message>
        <source>还缺</source>
        <translation>Lacks</translation>
    </message>
    <message>
        <source>拖入文件，或选择</source>
        <translation>Drop the file here, or choose it</translation>
    </message>
    <message>
        <source>证据文件</source>
        <translation>Evidence file</translation>
    </message>
    <message>
        <source>请先选择文件</source>
        <translation>Choose the file first</translation>
    </message>
</context>
<context>
    <name>ProofItems</name>
    <message>
        <source>（必需）</source>
        <translation> (needed)</translation>
    </message>
    <message>
        <source>（更稳）</source>
        <translation> (better)</translation>
    </message>
</context>
<context>
    <name>ProofWindow</name>
    <message>
        <source>证据完整度</source>
        <translation>Proof of the open claims</translation>
    </message>
    <message>
        <source>打开这笔债权</source>
        <translation>Open this claim</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>不足一半</source>
        <translation>Below half</translation>
    </message>
    <message>
        <source>未齐全</source>
        <translation>With gaps</translation>
    </message>
    <message>
        <source>齐全</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>没有未结清的债权</source>
        <translation>No open claims</translation>
    </message>
    <message>
        <source>没有符合条件的债权</source>
        <translation>No claim matches</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>币种</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>完整度</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>最能补强的一步</source>
        <translation>What would help most</translation>
    </message>
    <message numerus="yes">
        <source>%1 笔</source>
        <translation>
            <numerusform>%1 claim</numerusform>
            <numerusform>%1 claims</numerusform>
        </translation>
    </message>
    <message>
        <source>按余额加权 %1 分</source>
        <translation>%1 of 100, weighed by balance</translation>
    </message>
    <message>
        <source>最常缺：%1</source>
        <translation>Missing most often: %1</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RateChoice</name>
    <message>
        <source>利率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>倍数或百分比</source>
        <translation>Multiple or percentage</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>违约时一年期 LPR，固定</source>
        <translation>1-year LPR at breach, fixed</translation>
    </message>
    <message>
        <source>一年期 LPR，随公布分段</source>
        <translation>1-year LPR as published</translation>
    </message>
    <message>
        <source>违约时五年期 LPR，固定</source>
        <translation>5-year LPR at breach, fixed</translation>
    </message>
    <message>
        <source>五年期 LPR，随公布分段</source>
        <translation>5-year LPR as published</translation>
    </message>
    <message>
        <source>2019-08-20 前基准利率，以后 LPR</source>
        <translation>PBOC benchmark, LPR from 2019-08-20</translation>
    </message>
    <message>
        <source>约定年利率</source>
        <translation>Agreed, a year</translation>
    </message>
    <message>
        <source>约定日利率</source>
        <translation>Agreed, a day</translation>
    </message>
    <message>
        <source>其他写法</source>
        <translation>Written otherwise</translation>
    </message>
    <message>
        <source>倍</source>
        <translation>times</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>消息内容</source>
        <translation>Message text</translation>
    </message>
    <message>
        <source>复制消息</source>
        <translation>Copy the message</translation>
    </message>
</context>
<context>
    <name>ReceiptColumns</name>
    <message>
        <source>日期不详</source>
        <translation>Day unknown</translation>
    </message>
    <message>
        <source>冲回 %1 号：%2</source>
        <translation>Reverses %1: %2</translation>
    </message>
    <message>
        <source>已冲回</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>台账带入</source>
        <translation>By ledger</translation>
    </message>
    <message>
        <source>银行到账</source>
        <translation>By bank</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Costs</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>违约金</source>
        <translation>penalty</translation>
    </message>
    <message>
        <source>预收 %1</source>
        <translation>advance %1</translation>
    </message>
    <message>
        <source>缺回单</source>
        <translation>No slip</translation>
    </message>
    <message>
        <source>有回单</source>
        <translation>Slip filed</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>到账日</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>回单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>抵充</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>银行流水</source>
        <translation>Bank line</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <source>金额 %1，到账日 %2。原记录保留，另记一笔相反的记录，债权余额随之恢复。</source>
        <translation>Sum %1, received %2. The receipt stays; an opposite one is booked beside it, and the balances are restored.</translation>
    </message>
    <message>
        <source>冲回这笔回款</source>
        <translation>Reverse this receipt</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>冲回</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>回单 (*.pdf *.png *.jpg *.jpeg *.ofd);;所有文件 (*)</source>
        <translation>Slips (*.pdf *.png *.jpg *.jpeg *.ofd);;All files (*)</translation>
    </message>
    <message>
        <source>银行回单</source>
        <translation>Bank slip</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>登记回款</source>
        <translation>Book a receipt</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Book receipt</translation>
    </message>
    <message>
        <source>法定顺序</source>
        <translation>Order of the Code</translation>
    </message>
    <message>
        <source>对方指定先还所选</source>
        <translation>Debtor named these</translation>
    </message>
    <message>
        <source>约定先还所选</source>
        <translation>Agreed: these first</translation>
    </message>
    <message>
        <source>约定先还本金</source>
        <translation>Principal first, as agreed</translation>
    </message>
    <message>
        <source>不选时先抵费用，再抵利息和违约金，后抵本金（民法典第 561 条）。</source>
        <translation>Unless chosen: costs first, then interest and penalty, then principal (Civil Code 561).</translation>
    </message>
    <message>
        <source>对账明细</source>
        <translation>Statement of account</translation>
    </message>
    <message>
        <source>抵销预收</source>
        <translation>Set off advance</translation>
    </message>
    <message>
        <source>重新抵充</source>
        <translation>Share anew</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>到账日</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>银行回单上的附言，例如合同号</source>
        <translation>Remark on the bank slip, such as a contract number</translation>
    </message>
    <message>
        <source>银行摘要</source>
        <translation>Bank memo</translation>
    </message>
    <message>
        <source>摘要写明 %1。</source>
        <translation>The memo names %1.</translation>
    </message>
    <message numerus="yes">
        <source>补录：此后已有 %1 笔回款。</source>
        <translation>
            <numerusform>Entered late: %1 receipt came after that day. </numerusform>
            <numerusform>Entered late: %1 receipts came after that day. </numerusform>
        </translation>
    </message>
    <message>
        <source>按到账先后有 %1 会抵充到别处，登记后可一键调整，也可不动。</source>
        <translation>In the order of days %1 would be applied elsewhere; after booking one key moves it, or it stays.</translation>
    </message>
    <message>
        <source>按到账先后抵充结果相同。</source>
        <translation>In the order of days the shares would be the same.</translation>
    </message>
    <message>
        <source>%1 已登记过一笔同样的回款 %2。若是同一笔钱，请勿重复登记。</source>
        <translation>An equal receipt of %2 is booked for %1 already. If it is the same money, do not book it again.</translation>
    </message>
    <message>
        <source>回单已归档，这笔还款可以证明</source>
        <translation>The slip is filed; this payment can be proved</translation>
    </message>
    <message>
        <source>附回单</source>
        <translation>File slip</translation>
    </message>
    <message numerus="yes">
        <source>未收 %1，%2 笔</source>
        <translation>
            <numerusform>%1 open, %2 claim</numerusform>
            <numerusform>%1 open, %2 claims</numerusform>
        </translation>
    </message>
    <message>
        <source>，余 %1 记为预收</source>
        <translation>, %1 kept as an advance</translation>
    </message>
    <message>
        <source>已冲回，债权余额已恢复</source>
        <translation>Reversed; the balances are back</translation>
    </message>
    <message>
        <source>冲回</source>
        <translation>Reversal</translation>
    </message>
</context>
<context>
    <name>ReceiptsWindow</name>
    <message>
        <source>回款记录</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>缺回单</source>
        <translation>No slip</translation>
    </message>
    <message>
        <source>附回单</source>
        <translation>File slip</translation>
    </message>
    <message>
        <source>冲回</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>对账明细</source>
        <translation>Statement of account</translation>
    </message>
    <message>
        <source>在债权表中选中债权按 M 登记回款，或在“到账”中按银行流水入账。</source>
        <translation>Mark claims and press M to book a receipt, or book the bank&apos;s lines under Bank.</translation>
    </message>
    <message>
        <source>还没有回款</source>
        <translation>No receipts yet</translation>
    </message>
    <message>
        <source>没有符合条件的回款</source>
        <translation>No receipt fits</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>How?</translation>
    </message>
    <message numerus="yes">
        <source>%1 笔</source>
        <translation>
            <numerusform>%1 receipt</numerusform>
            <numerusform>%1 receipts</numerusform>
        </translation>
    </message>
    <message>
        <source>看回单	Enter</source>
        <translation>View slip	Enter</translation>
    </message>
    <message>
        <source>附回单	E</source>
        <translation>File slip	E</translation>
    </message>
    <message>
        <source>对账明细	T</source>
        <translation>Statement of account	T</translation>
    </message>
    <message>
        <source>怎么算的	Y</source>
        <translation>How it is shared	Y</translation>
    </message>
    <message>
        <source>冲回	Delete</source>
        <translation>Reverse	Delete</translation>
    </message>
    <message>
        <source>回单已归档，这笔还款可以证明</source>
        <translation>The slip is filed; this payment can be proved</translation>
    </message>
    <message>
        <source>已冲回，债权余额已恢复</source>
        <translation>Reversed; the balances are restored</translation>
    </message>
</context>
<context>
    <name>RecordingBox</name>
    <message>
        <source>拖入录音文件，或按 Ctrl V 粘贴</source>
        <translation>Drop a recording, or paste with Ctrl V</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>不附录音</source>
        <translation>No recording</translation>
    </message>
    <message>
        <source>拖入聊天截图或邮件原文，或按 Ctrl V 粘贴</source>
        <translation>Drop a picture of the chat or the e-mail, or paste with Ctrl V</translation>
    </message>
    <message>
        <source>选择证明文件</source>
        <translation>Choose the proof</translation>
    </message>
    <message>
        <source>保存时计算 SHA-256 并存入证据链</source>
        <translation>SHA-256 and evidence on saving</translation>
    </message>
</context>
<context>
    <name>RecoveryWizard</name>
    <message>
        <source>口令</source>
        <translation>Pass phrase</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>抄回两组</source>
        <translation>Two groups back</translation>
    </message>
    <message>
        <source>加密数据</source>
        <translation>Encrypt</translation>
    </message>
    <message>
        <source>换新恢复密钥</source>
        <translation>New recovery key</translation>
    </message>
    <message>
        <source>换新后，原来那张恢复密钥作废；口令不变。</source>
        <translation>The sheet before is void then; the pass phrase stays.</translation>
    </message>
    <message>
        <source>现在的口令或恢复密钥</source>
        <translation>Present pass phrase or recovery key</translation>
    </message>
    <message>
        <source>加密后，没有口令的人拿到这台电脑或备份盘，也读不到数据和证据文件。以后每次打开清账都要输入口令。</source>
        <translation>Encrypted, books and documents tell nothing to whoever gets this computer or a disk with backups. The pass phrase is asked for each time Qingzhang is opened.</translation>
    </message>
    <message>
        <source>至少 %1 个字符，几个不相干的词最好记</source>
        <translation>At least %1 characters; a few unrelated words are easiest to remember</translation>
    </message>
    <message>
        <source>口令和恢复密钥都丢失时，谁也打不开数据。下一步会打印恢复密钥。</source>
        <translation>Where both pass phrase and recovery key are lost, nobody opens the books. The recovery key is printed next.</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New pass phrase</translation>
    </message>
    <message>
        <source>再输一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>忘记口令时，只有它能打开数据。请打印或存为 PDF，密封后放在上锁的地方；程序不会再显示它。</source>
        <translation>Where the pass phrase is forgotten, only this opens the books. Print it or save it as PDF, seal it and keep it under lock; it is not shown again.</translation>
    </message>
    <message>
        <source>第 %1 组 %2</source>
        <translation>Group %1: %2</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>请对照纸面输入下面两组，确认它可以读清。</source>
        <translation>Type these two groups from the sheet, to make sure that it can be read.</translation>
    </message>
    <message>
        <source>第 %1 组</source>
        <translation>Group %1</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>先打印或存为 PDF。</source>
        <translation>Print it or save it as PDF first.</translation>
    </message>
    <message>
        <source>恢复密钥.pdf</source>
        <translation>recovery key.pdf</translation>
    </message>
    <message>
        <source>已存到 %1，打印后请删除。</source>
        <translation>Saved as %1; delete it once it is printed.</translation>
    </message>
    <message>
        <source>这台电脑没有打印机，请存为 PDF。</source>
        <translation>This computer has no printer; save it as PDF.</translation>
    </message>
    <message>
        <source>已送到打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>没有成功（%1），请换个位置再试。</source>
        <translation>That did not work (%1); try another place.</translation>
    </message>
    <message>
        <source>正在核对口令</source>
        <translation>Trying the pass phrase</translation>
    </message>
    <message>
        <source>两次输入的新口令不一样。</source>
        <translation>The two new pass phrases differ.</translation>
    </message>
    <message>
        <source>正在加密，完成并核对无误后才会替换</source>
        <translation>Encrypting; the books are replaced once all was checked</translation>
    </message>
</context>
<context>
    <name>RegistrationColumns</name>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>债权编号</source>
        <translation>Claim no.</translation>
    </message>
    <message>
        <source>原额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>发生日</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>登记日</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>登记延迟</source>
        <translation>Delay</translation>
    </message>
    <message>
        <source>缺少</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>迟 %1 个工作日</source>
        <translation>%1 working days late</translation>
    </message>
    <message>
        <source>接管</source>
        <translation>taken over</translation>
    </message>
</context>
<context>
    <name>RegistrationPage</name>
    <message>
        <source>要处理的</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>这一期登记都按时、资料齐全</source>
        <translation>All registered in time and complete</translation>
    </message>
    <message>
        <source>可以直接签字。</source>
        <translation>The list can be signed.</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>登记 %1 笔，迟 %2 笔，资料不全 %3 笔</source>
        <translation>%1 registered, %2 late, %3 incomplete</translation>
    </message>
    <message>
        <source>未签字：逐笔补齐，或签字时写明如何处理</source>
        <translation>Not signed: complete the claims, or say when signing what is done about them</translation>
    </message>
    <message>
        <source>%1 于 %2 签字</source>
        <translation>Signed by %1 on %2</translation>
    </message>
    <message>
        <source>如何处理</source>
        <translation>What is done about it</translation>
    </message>
    <message>
        <source>清单里有 %1 笔登记迟了或资料不全。</source>
        <translation>%1 claims of the list were registered late or lack something.</translation>
    </message>
</context>
<context>
    <name>RelatedSection</name>
    <message>
        <source>关联客户</source>
        <translation>Related debtors</translation>
    </message>
    <message>
        <source>电话相同 %1</source>
        <translation>Same telephone %1</translation>
    </message>
    <message>
        <source>邮箱相同 %1</source>
        <translation>Same e-mail %1</translation>
    </message>
    <message>
        <source>地址相同 %1</source>
        <translation>Same address %1</translation>
    </message>
    <message>
        <source>付款账号相同 %1</source>
        <translation>Same paying account %1</translation>
    </message>
    <message>
        <source>保证人相同 %1</source>
        <translation>Same guarantor %1</translation>
    </message>
    <message>
        <source>主体识别码相同 %1</source>
        <translation>Same body in the code %1</translation>
    </message>
</context>
<context>
    <name>ReplayDialog</name>
    <message>
        <source>按到账先后重新抵充</source>
        <translation>Share anew in the order of days</translation>
    </message>
    <message>
        <source>重新抵充</source>
        <translation>Share anew</translation>
    </message>
    <message>
        <source>保持现状</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>回款是按登记时的未收余额抵充的。若都在到账当日登记，下列款项会抵充到别处。接受后，原记录冲回、按新的抵充重新登记，一次完成；余额合计不变，银行流水的关联保留。</source>
        <translation>Money was applied to what was open when it was entered. Had all of it been entered on its day, the sums below would have gone elsewhere. If you accept, the receipts are reversed and booked anew in one act; the total stays, and so do the links to the bank&apos;s lines.</translation>
    </message>
    <message>
        <source>补录回款，按到账先后重新抵充</source>
        <translation>Entered late; shared anew in the order of days</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>预收</source>
        <translation>Advance</translation>
    </message>
    <message>
        <source>到账日</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>回款金额</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>现抵充</source>
        <translation>Applied to</translation>
    </message>
    <message>
        <source>应抵充</source>
        <translation>Would go to</translation>
    </message>
    <message>
        <source>移动金额</source>
        <translation>Moves</translation>
    </message>
    <message>
        <source>按到账先后抵充的结果与现在相同。</source>
        <translation>In the order of days the shares would be the same.</translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>了结争议</source>
        <translation>End the dispute</translation>
    </message>
    <message>
        <source>了结</source>
        <translation>End</translation>
    </message>
    <message>
        <source>红字金额</source>
        <translation>Credit note</translation>
    </message>
    <message>
        <source>从债权里减去；不算付款，不中断时效</source>
        <translation>Lowers the claim; it is no payment and does not interrupt limitation</translation>
    </message>
    <message>
        <source>依据或说明</source>
        <translation>Grounds or note</translation>
    </message>
    <message>
        <source>质检报告、签收单、往来函件等</source>
        <translation>Inspection report, delivery receipt, letters</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>必填，或附上文件</source>
        <translation>Required, or attach a file</translation>
    </message>
    <message>
        <source>金额读不出来，请改成数字</source>
        <translation>This is no sum; enter a number</translation>
    </message>
</context>
<context>
    <name>RestoreWindow</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>恢复到新目录</source>
        <translation>Restore into a new folder</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>只验证</source>
        <translation>Only verify</translation>
    </message>
    <message>
        <source>选择备份文件</source>
        <translation>Choose a backup file</translation>
    </message>
    <message>
        <source>债权</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>函件</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>备份时间</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>为什么备份</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>退出程序时、每天和导入前会自动备份。也可以选择一个备份文件。</source>
        <translation>One is made when the window closes, daily and before imports. You can also choose a backup file.</translation>
    </message>
    <message>
        <source>没有找到自动备份</source>
        <translation>No backups were found</translation>
    </message>
    <message>
        <source>没有符合条件的备份</source>
        <translation>No backup fits</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>选择备份</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>备份里有</source>
        <translation>It holds</translation>
    </message>
    <message>
        <source>恢复到</source>
        <translation>Restore to</translation>
    </message>
    <message>
        <source>换个位置</source>
        <translation>Another place</translation>
    </message>
    <message>
        <source>现在的数据不会动：恢复的内容放进新目录，验证完好才留下。</source>
        <translation>Your data are not touched: what is restored goes into a new folder and stays only if it is found whole.</translation>
    </message>
    <message numerus="yes">
        <source>%1 份</source>
        <translation>
            <numerusform>%1 backup</numerusform>
            <numerusform>%1 backups</numerusform>
        </translation>
    </message>
    <message>
        <source>备份 (*.qzbackup manifest.json)</source>
        <translation>Backups (*.qzbackup manifest.json)</translation>
    </message>
    <message>
        <source>恢复到哪个目录里</source>
        <translation>Folder to restore into</translation>
    </message>
    <message numerus="yes">
        <source>文件 %1 个</source>
        <translation>
            <numerusform>%1 file</numerusform>
            <numerusform>%1 files</numerusform>
        </translation>
    </message>
    <message>
        <source>正在验证备份</source>
        <translation>Verifying the backup</translation>
    </message>
    <message>
        <source>正在恢复</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>这份备份完好：%1</source>
        <translation>This backup is whole: %1</translation>
    </message>
    <message>
        <source>已恢复到 %1，验证完好：%2。请打开看一看；确认要改用它，就退出程序，给原来的数据目录改个名，再把新目录改成原来的名字。</source>
        <translation>Restored to %1 and found whole: %2. Open it and look; to work with it from now on, close the program, rename the old data folder, and give the new one its name.</translation>
    </message>
    <message>
        <source>打开恢复的数据</source>
        <translation>Open what was restored</translation>
    </message>
    <message>
        <source>日志 %1 条，记录 %2 条，文件 %3 个</source>
        <translation>journal %1, records %2, files %3</translation>
    </message>
    <message>
        <source>这份备份已加密。请输入做备份时的口令；恢复密钥同样有效。</source>
        <translation>This backup is encrypted. Enter the pass phrase it was made with, or the recovery key.</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>%1 天；尚欠本金 %2，利息 %3</source>
        <translation>%1 days; principal left %2, interest %3</translation>
    </message>
</context>
<context>
    <name>ReviewColumns</name>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>本次</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>处置方案</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>办理期限</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>列出的理由</source>
        <translation>Listed for</translation>
    </message>
    <message>
        <source>债权编号</source>
        <translation>Claim no.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>沿用</source>
        <translation>Goes on</translation>
    </message>
    <message>
        <source>已定</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>评审与登记</source>
        <translation>Review and register</translation>
    </message>
    <message>
        <source>列为关注：到期前多少天起</source>
        <translation>Watched: so many days before the due date</translation>
    </message>
    <message>
        <source>必须逐笔评审：余额从多少元起</source>
        <translation>Always reviewed singly: balances from, in yuan</translation>
    </message>
    <message>
        <source>处置措施：多少个工作日内办完</source>
        <translation>A measure is done within, in working days</translation>
    </message>
    <message>
        <source>登记债权：成交后多少个工作日内</source>
        <translation>A claim is registered within, in working days of the deal</translation>
    </message>
    <message>
        <source>承诺到期后宽限（天）</source>
        <translation>Grace after a promised day, in days</translation>
    </message>
    <message>
        <source>%1，可设 %2 至 %3</source>
        <translation>%1; from %2 to %3</translation>
    </message>
</context>
<context>
    <name>ReviewWorkspace</name>
    <message>
        <source>评审</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>前一期</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>后一期</source>
        <translation>Period after</translation>
    </message>
    <message>
        <source>月度评审</source>
        <translation>Monthly review</translation>
    </message>
    <message>
        <source>登记清理</source>
        <translation>Registrations</translation>
    </message>
    <message>
        <source>季度核查</source>
        <translation>Quarterly audit</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export Excel</translation>
    </message>
    <message>
        <source>评审纪要 PDF</source>
        <translation>Minutes PDF</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>债权</source>
        <translation>claims</translation>
    </message>
    <message>
        <source>导出债权</source>
        <translation>Export claims</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>账龄</source>
        <translation>aging</translation>
    </message>
    <message>
        <source>导出账龄</source>
        <translation>Export aging</translation>
    </message>
    <message>
        <source>正在导出账龄</source>
        <translation>Exporting the aging</translation>
    </message>
    <message>
        <source>已导出到 %1</source>
        <translation>Exported to %1</translation>
    </message>
</context>
<context>
    <name>RunsWindow</name>
    <message>
        <source>函件批次</source>
        <translation>Runs of letters</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>还没有出具过函件</source>
        <translation>No letters issued yet</translation>
    </message>
    <message>
        <source>出具后，每一批连同未出具的原因都留在这里。</source>
        <translation>Every run stays here, with whoever it left out and why.</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>登记单号</source>
        <translation>Register numbers</translation>
    </message>
    <message>
        <source>出具日期</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>By</translation>
    </message>
    <message>
        <source>出具</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>To print</translation>
    </message>
    <message>
        <source>已留底</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>已交寄</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>有结果</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>未出具</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>放行理由</source>
        <translation>Override reason</translation>
    </message>
    <message>
        <source>收件人</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>留底</source>
        <translation>File copy</translation>
    </message>
    <message>
        <source>邮件单号</source>
        <translation>Mail number</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>已出具</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>剔除</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>推迟</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>不能出具</source>
        <translation>Barred</translation>
    </message>
    <message>
        <source>未留底</source>
        <translation>Not filed</translation>
    </message>
    <message>
        <source>推迟到 %1</source>
        <translation>Put off to %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 个收件人</source>
        <translation>
            <numerusform>%1 addressee</numerusform>
            <numerusform>%1 addressees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>继续打印 %1 封</source>
        <translation>
            <numerusform>Go on printing: %1 letter</numerusform>
            <numerusform>Go on printing: %1 letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>打印 %1 封</source>
        <translation>
            <numerusform>Print %1 letter</numerusform>
            <numerusform>Print %1 letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>重新打印 %1 封</source>
        <translation>
            <numerusform>Print %1 letter again</numerusform>
            <numerusform>Print %1 letters again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>继续留底 %1 封</source>
        <translation>
            <numerusform>File %1 more copy</numerusform>
            <numerusform>File %1 more copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>登记留底 %1 封</source>
        <translation>
            <numerusform>File %1 copy</numerusform>
            <numerusform>File %1 copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>取消留底 %1 封</source>
        <translation>
            <numerusform>Unfile %1 copy</numerusform>
            <numerusform>Unfile %1 copies</numerusform>
        </translation>
    </message>
    <message>
        <source>导出函件</source>
        <translation>Export letters</translation>
    </message>
    <message>
        <source>已导出 %1 封到 %2</source>
        <translation>%1 letters copied to %2</translation>
    </message>
    <message>
        <source>正在导出函件</source>
        <translation>Copying letters</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>安全</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>多少分钟没有操作就锁定</source>
        <translation>Lock after so many minutes without input</translation>
    </message>
    <message>
        <source>1 到 10 分钟；只算键盘和鼠标的操作。</source>
        <translation>1 to 10 minutes; only keyboard and pointer count.</translation>
    </message>
    <message>
        <source>不锁定</source>
        <translation>Do not lock</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>最小化时</source>
        <translation>When minimised</translation>
    </message>
    <message>
        <source>窗口锁</source>
        <translation>Lock of the window</translation>
    </message>
    <message>
        <source>设锁</source>
        <translation>Set a lock</translation>
    </message>
    <message>
        <source>更改口令</source>
        <translation>Change the pass phrase</translation>
    </message>
    <message>
        <source>去掉锁</source>
        <translation>Remove the lock</translation>
    </message>
    <message>
        <source>锁定时遮住所有窗口，要口令才能回来；打开程序时、没有操作一段时间后和按 Ctrl Alt L 时锁定。它不给数据加密，也不管命令：能使用数据目录的人仍能读到数据。</source>
        <translation>While locked, all windows are hidden until the pass phrase is typed. It locks when the program is opened, after some time without input, and on Ctrl Alt L. It encrypts nothing and keeps nobody from the commands: whoever may use the data folder can still read the data.</translation>
    </message>
    <message>
        <source>已设锁。</source>
        <translation>A lock is set.</translation>
    </message>
    <message>
        <source>没有设锁：谁坐到电脑前都能看到窗口里的内容。</source>
        <translation>No lock is set: anybody at this computer sees what the windows show.</translation>
    </message>
</context>
<context>
    <name>SavedPage</name>
    <message>
        <source>打印两份，双方签字盖章；再到“协议”里登记签好的扫描件，协议才生效。</source>
        <translation>Print two copies for both to sign and seal; then file the signed scan under Plans, and it is in force.</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>协议 %1 已保存，待签</source>
        <translation>Plan %1 is saved and waits for signature</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>保存当前筛选</source>
        <translation>Save these filters</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>ScansDialog</name>
    <message>
        <source>扫描文件夹</source>
        <translation>Scanner&apos;s folder</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>不是证据</source>
        <translation>No evidence</translation>
    </message>
    <message>
        <source>打开看看</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>待归档的文件</source>
        <translation>Files that wait</translation>
    </message>
    <message>
        <source>归入哪一环？</source>
        <translation>Which link does it fill?</translation>
    </message>
    <message>
        <source>还没有选定扫描仪存放文件的文件夹。</source>
        <translation>The folder the scanner writes to is not chosen yet.</translation>
    </message>
    <message>
        <source>没有待归档的文件</source>
        <translation>No file waits</translation>
    </message>
    <message>
        <source>正在收存</source>
        <translation>Taking in</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>不再列出</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>这是可执行的文件，不从这里打开</source>
        <translation>This file can run code; it is not opened from here</translation>
    </message>
</context>
<context>
    <name>ScheduleTable</name>
    <message>
        <source>期次</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>应还日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>应还本金</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>利息</source>
        <translation>Interest</translation>
    </message>
    <message>
        <source>本期合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>由 %1 顺延</source>
        <translation>Moved from %1</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>等于欠款</source>
        <translation>Equals the debt</translation>
    </message>
    <message>
        <source>多 %1</source>
        <translation>%1 too much</translation>
    </message>
    <message>
        <source>差 %1</source>
        <translation>%1 short</translation>
    </message>
</context>
<context>
    <name>ScopeDialog</name>
    <message>
        <source>为部分债权另设节点</source>
        <translation>A level for some claims</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>债权类型</source>
        <translation>Kind of claim</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>几个名称之间用顿号。类型写代码：%1</source>
        <translation>Separate several names by commas. Kinds by their code: %1</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>只对</source>
        <translation>Only for</translation>
    </message>
    <message>
        <source>请写至少一个名称</source>
        <translation>Enter at least one name</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>恢复默认</source>
        <translation>Back to defaults</translation>
    </message>
</context>
<context>
    <name>SecurityDialog</name>
    <message>
        <source>登记担保物</source>
        <translation>Add security</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>登记证明、保函等</source>
        <translation>Certificate, bond and the like</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>担保物或保函</source>
        <translation>Thing or bond</translation>
    </message>
    <message>
        <source>担保金额</source>
        <translation>Sum secured</translation>
    </message>
    <message>
        <source>合同编号，留空则为全部债权</source>
        <translation>Contract, empty for all claims</translation>
    </message>
    <message>
        <source>登记编号</source>
        <translation>Registration no.</translation>
    </message>
    <message>
        <source>登记日</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Ends on</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>清账没有打开</source>
        <translation>Qingzhang did not open</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>“%1”里的数据已加密。</source>
        <translation>The books in “%1” are encrypted.</translation>
    </message>
</context>
<context>
    <name>SetOffDialog</name>
    <message>
        <source>抵销预收和贷方余额</source>
        <translation>Set off advance and credits</translation>
    </message>
    <message>
        <source>抵销</source>
        <translation>Set off</translation>
    </message>
    <message>
        <source>可抵销</source>
        <translation>To the debtor&apos;s credit</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>，余 %1 不抵销</source>
        <translation>, %1 is not set off</translation>
    </message>
    <message>
        <source>抵销金额</source>
        <translation>Sum to set off</translation>
    </message>
    <message>
        <source>例如抵销通知的日期和编号</source>
        <translation>e.g. day and number of the notice</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>贷方余额 %1</source>
        <translation>Credit %1</translation>
    </message>
    <message>
        <source>预收款</source>
        <translation>Advance</translation>
    </message>
    <message>
        <source>没有可抵销的预收款或贷方余额</source>
        <translation>There is no advance and no credit to set off</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>每一项改动立即生效</source>
        <translation>Every change applies at once</translation>
    </message>
    <message>
        <source>常规</source>
        <translation>General</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>Your firm</translation>
    </message>
    <message>
        <source>催收节点</source>
        <translation>Dunning levels</translation>
    </message>
    <message>
        <source>评审与登记</source>
        <translation>Review and register</translation>
    </message>
    <message>
        <source>用户与负责人</source>
        <translation>Users and owners</translation>
    </message>
    <message>
        <source>函件</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>自动导入</source>
        <translation>Automatic import</translation>
    </message>
    <message>
        <source>数据与备份</source>
        <translation>Data and backup</translation>
    </message>
    <message>
        <source>安全</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>按“保存节点”后生效</source>
        <translation>Takes effect with Save levels</translation>
    </message>
</context>
<context>
    <name>SharesTable</name>
    <message>
        <source>单据号</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>本次抵充</source>
        <translation>Allocated</translation>
    </message>
    <message>
        <source>未收余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>费用和利息</source>
        <translation>Costs, interest</translation>
    </message>
    <message>
        <source>抵后余额</source>
        <translation>Left open</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>负担</source>
        <translation>Burden</translation>
    </message>
    <message>
        <source>账龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>年 %1%</source>
        <translation>%1% a year</translation>
    </message>
    <message>
        <source>连带</source>
        <translation>joint</translation>
    </message>
    <message>
        <source>有担保</source>
        <translation>secured</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>例如：对账函约定、客户来电说明</source>
        <translation>e.g. agreed in the statement letter</translation>
    </message>
    <message>
        <source>改动原因，随这笔记录保存</source>
        <translation>Reason of the change, kept with the receipt</translation>
    </message>
    <message>
        <source>抵充</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>How?</translation>
    </message>
    <message>
        <source>利息和费用没有登记为应收的，不参与抵充（民法典第 561 条）。</source>
        <translation>Interest and costs that are not booked as owed take no part (Civil Code 561).</translation>
    </message>
    <message>
        <source>诉讼时效已届满的不自动抵充。</source>
        <translation>Claims whose limitation has run out are passed over.</translation>
    </message>
    <message>
        <source>，其中费用 %1、利息和违约金 %2、本金 %3</source>
        <translation>, of it costs %1, interest and penalty %2, principal %3</translation>
    </message>
    <message>
        <source>抵充合计 %1</source>
        <translation>Applied in all %1</translation>
    </message>
    <message>
        <source>，超出 %1</source>
        <translation>, %1 too much</translation>
    </message>
</context>
<context>
    <name>SheetPicture</name>
    <message>
        <source>版面</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>不得印字</source>
        <translation>Print nothing here</translation>
    </message>
    <message>
        <source>只印：%1</source>
        <translation>Only: %1</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>任何时候</source>
        <translation>Anywhere</translation>
    </message>
    <message>
        <source>在债权表格中</source>
        <translation>In the claims table</translation>
    </message>
    <message>
        <source>勾选当前行</source>
        <translation>Tick the current row</translation>
    </message>
    <message>
        <source>连选</source>
        <translation>Extend the ticks</translation>
    </message>
    <message>
        <source>全选或全不选</source>
        <translation>Tick all or none</translation>
    </message>
    <message>
        <source>复制，带表头</source>
        <translation>Copy with titles</translation>
    </message>
    <message>
        <source>复制，不带表头</source>
        <translation>Copy without titles</translation>
    </message>
    <message>
        <source>从剪贴板导入</source>
        <translation>Import from the clipboard</translation>
    </message>
    <message>
        <source>本列的筛选</source>
        <translation>Filter this column</translation>
    </message>
    <message>
        <source>账龄分段</source>
        <translation>Aging band</translation>
    </message>
    <message>
        <source>再加一个账龄分段</source>
        <translation>Add another aging band</translation>
    </message>
    <message>
        <source>首行、末行</source>
        <translation>First row, last row</translation>
    </message>
    <message>
        <source>取消勾选、清除查找</source>
        <translation>Clear ticks, clear find</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>清账</source>
        <translation>Qingzhang</translation>
    </message>
    <message>
        <source>搜索或命令</source>
        <translation>Search or run</translation>
    </message>
    <message>
        <source>搜索客户、债权和命令  Ctrl K</source>
        <translation>Search debtors, claims and commands  Ctrl K</translation>
    </message>
    <message>
        <source>视图</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>保存当前筛选</source>
        <translation>Save these filters</translation>
    </message>
    <message>
        <source>导入台账</source>
        <translation>Import ledger</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>未填姓名</source>
        <translation>Name not set</translation>
    </message>
    <message>
        <source>信用控制专员</source>
        <translation>Credit controller</translation>
    </message>
    <message>
        <source>待批准</source>
        <translation>To approve</translation>
    </message>
    <message>
        <source>自动导入</source>
        <translation>New ledgers</translation>
    </message>
    <message>
        <source>删除这个视图</source>
        <translation>Delete this view</translation>
    </message>
</context>
<context>
    <name>SlotCard</name>
    <message>
        <source>%1 份</source>
        <translation>%1 files</translation>
    </message>
    <message>
        <source>已作废，需要另补 — %1</source>
        <translation>Voided, needs another — %1</translation>
    </message>
    <message>
        <source>未上传 — %1</source>
        <translation>Missing — %1</translation>
    </message>
</context>
<context>
    <name>SourceLine</name>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>更换</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>表头第 %1 行</source>
        <translation>headings in row %1</translation>
    </message>
    <message>
        <source>合并读入 %1 张工作表</source>
        <translation>%1 sheets read as one</translation>
    </message>
    <message>
        <source>编码 %1</source>
        <translation>Encoding %1</translation>
    </message>
    <message>
        <source>（已读入）</source>
        <translation> (read)</translation>
    </message>
    <message>
        <source>（隐藏的，没有读）</source>
        <translation> (hidden, not read)</translation>
    </message>
    <message>
        <source>（同样的表头，没有读）</source>
        <translation> (same headings, not read)</translation>
    </message>
    <message>
        <source>（表头不同或为空，没有读）</source>
        <translation> (other headings or empty, not read)</translation>
    </message>
</context>
<context>
    <name>SpokenRow</name>
    <message>
        <source>对方姓名</source>
        <translation>Name of the person</translation>
    </message>
    <message>
        <source>对方身份</source>
        <translation>Role of the person</translation>
    </message>
    <message>
        <source>已核实身份</source>
        <translation>Identity verified</translation>
    </message>
    <message>
        <source>已告知录音</source>
        <translation>Recording told</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
</context>
<context>
    <name>StartCheck</name>
    <message>
        <source>正在检查数据</source>
        <translation>Checking the data</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>导入银行流水</source>
        <translation>Take a bank statement</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>工行、建行、农行、中行、招行等导出的明细，或手工登记的到账表；重叠的部分不会重复</source>
        <translation>Exports of ICBC, CCB, ABC, BOC, CMB and others, or a list kept by hand; what overlaps is taken once</translation>
    </message>
    <message>
        <source>拖入银行流水</source>
        <translation>Drop a bank statement here</translation>
    </message>
    <message>
        <source>银行流水</source>
        <translation>Bank statement</translation>
    </message>
    <message>
        <source>选择银行流水</source>
        <translation>Choose a bank statement</translation>
    </message>
    <message>
        <source>正在读取 %1</source>
        <translation>Reading %1</translation>
    </message>
    <message>
        <source>只读取，不改动原文件</source>
        <translation>The file is only read, never changed</translation>
    </message>
    <message numerus="yes">
        <source>收下 %1 笔</source>
        <translation>
            <numerusform>Take %1 line</numerusform>
            <numerusform>Take %1 lines</numerusform>
        </translation>
    </message>
    <message>
        <source>这份流水里没有新的到账</source>
        <translation>This statement brings nothing new</translation>
    </message>
    <message>
        <source>收下后在“到账”里认款入账，可以整批撤销</source>
        <translation>They then wait in Payments to be booked; the whole can be undone</translation>
    </message>
</context>
<context>
    <name>StatementPage</name>
    <message>
        <source>新</source>
        <translation>New</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>付款人</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>到账日</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>比对</source>
        <translation>Compared</translation>
    </message>
    <message>
        <source>附言</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>%1 笔已有</source>
        <translation>%1 known</translation>
    </message>
    <message>
        <source>%1 行跳过</source>
        <translation>%1 skipped</translation>
    </message>
    <message>
        <source>%1 处读不懂</source>
        <translation>%1 unreadable</translation>
    </message>
    <message numerus="yes">
        <source>%1 笔新到账</source>
        <translation>
            <numerusform>%1 new payment</numerusform>
            <numerusform>%1 new payments</numerusform>
        </translation>
    </message>
    <message>
        <source>支出</source>
        <translation>outgoing</translation>
    </message>
    <message>
        <source>冲正或退回</source>
        <translation>reversed</translation>
    </message>
    <message>
        <source>没有金额</source>
        <translation>without a sum</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>opening</translation>
    </message>
    <message>
        <source>小计</source>
        <translation>subtotal</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>total</translation>
    </message>
    <message>
        <source>重复的表头</source>
        <translation>repeated heading</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>note</translation>
    </message>
    <message>
        <source>跳过的行：%1</source>
        <translation>Rows skipped: %1</translation>
    </message>
    <message>
        <source>另有 %1 处</source>
        <translation>%1 more</translation>
    </message>
</context>
<context>
    <name>SteppedPage</name>
    <message>
        <source>付款，日期=金额，用分号隔开</source>
        <translation>Payments, day=amount, parted by semicolons</translation>
    </message>
    <message>
        <source>请写成 2026-11-02=100000</source>
        <translation>Write 2026-11-02=100000</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>查找 Ctrl F</source>
        <translation>Find Ctrl F</translation>
    </message>
</context>
<context>
    <name>TermsDialog</name>
    <message>
        <source>逾期利息约定</source>
        <translation>Late-payment terms</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>《采购合同》第 8 条</source>
        <translation>Purchase contract, clause 8</translation>
    </message>
    <message>
        <source>合同相关页，拖入或选择</source>
        <translation>The page of the contract, drop or choose</translation>
    </message>
    <message>
        <source>逾期利率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>签订日</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>适用于</source>
        <translation>For</translation>
    </message>
    <message>
        <source>宽限天数</source>
        <translation>Days of grace</translation>
    </message>
    <message>
        <source>约定在</source>
        <translation>Agreed in</translation>
    </message>
    <message>
        <source>合同文件</source>
        <translation>Contract file</translation>
    </message>
    <message>
        <source>该客户的全部合同</source>
        <translation>All contracts of this debtor</translation>
    </message>
    <message>
        <source>宽限 %1 天</source>
        <translation>%1 days of grace</translation>
    </message>
    <message>
        <source>上限 %1</source>
        <translation>at most %1</translation>
    </message>
    <message>
        <source>已作废：%1</source>
        <translation>voided: %1</translation>
    </message>
    <message>
        <source>全部合同</source>
        <translation>All contracts</translation>
    </message>
    <message>
        <source>作废这个约定</source>
        <translation>Void these terms</translation>
    </message>
    <message>
        <source>作废约定</source>
        <translation>Void terms</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>请填写数字，如 1.5</source>
        <translation>Enter a number such as 1.5</translation>
    </message>
    <message>
        <source>请填写日期，如 2026-11-20</source>
        <translation>Enter a day such as 2026-11-20</translation>
    </message>
    <message>
        <source>保存约定</source>
        <translation>Saving terms</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>通话</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>函件</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>回款</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>法务</source>
        <translation>Legal</translation>
    </message>
    <message>
        <source>还没有这类记录</source>
        <translation>Nothing of this kind yet</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TodayDesk</name>
    <message>
        <source>催收单</source>
        <translation>Call sheet</translation>
    </message>
    <message>
        <source>打印催收单：电话号码不遮，请保管好</source>
        <translation>Print the call sheet: its telephone numbers are not masked, keep it safe</translation>
    </message>
    <message>
        <source>已导出到 %1。表上的电话号码没有遮。</source>
        <translation>Exported to %1. The telephone numbers on it are not masked.</translation>
    </message>
    <message>
        <source>正在导出催收单</source>
        <translation>Writing the call sheet</translation>
    </message>
</context>
<context>
    <name>TodayWorkspace</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今日已清</source>
        <translation>Today&apos;s list is clear</translation>
    </message>
    <message>
        <source>查看债权</source>
        <translation>Show the claims</translation>
    </message>
    <message>
        <source>空格 完成</source>
        <translation>Space done</translation>
    </message>
    <message>
        <source>S 改到明天</source>
        <translation>S tomorrow</translation>
    </message>
    <message>
        <source>SS 选日期</source>
        <translation>SS choose a day</translation>
    </message>
    <message>
        <source>X 略过</source>
        <translation>X skip</translation>
    </message>
    <message>
        <source>Ctrl Z 撤销</source>
        <translation>Ctrl Z undo</translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>How?</translation>
    </message>
    <message>
        <source>下一批：%1 %2</source>
        <translation>Next: %1, %2</translation>
    </message>
</context>
<context>
    <name>TrustDesk</name>
    <message>
        <source>上次没有正常退出。已保存的都在，没做完的那一步没有留下任何内容。</source>
        <translation>The program did not close normally last time. All that was saved is there; the step that was not finished left nothing.</translation>
    </message>
    <message>
        <source>查看报告</source>
        <translation>Show the report</translation>
    </message>
    <message>
        <source>上次没有正常退出</source>
        <translation>The program did not close normally</translation>
    </message>
    <message>
        <source>已保存的数据没有改动。下面是程序留下的记录，可以交给维护人员；断电或被强制结束时没有错误可记。</source>
        <translation>What was saved is unchanged. Below is what the program noted, to be passed on to the maintainers; after a power cut or a forced end there was no fault to note.</translation>
    </message>
    <message>
        <source>发现 %1 处损坏。请先不要录入，看看是哪里，再用备份恢复到新目录。</source>
        <translation>Damage found: %1. Enter nothing for now; see where it is and restore a backup into a new folder.</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>备份设置</source>
        <translation>Backup settings</translation>
    </message>
    <message>
        <source>“%1”已导出。这种导出做什么用？写明一次，以后沿用。</source>
        <translation>“%1” was exported. What are such files made for? State it once; it holds from then on.</translation>
    </message>
    <message>
        <source>写明用途</source>
        <translation>State the purpose</translation>
    </message>
    <message>
        <source>%1 出具的 %2 封函件里还有 %3 封没有打印。</source>
        <translation>Of the %2 letters issued on %1, %3 are not printed yet.</translation>
    </message>
    <message>
        <source>接着打印</source>
        <translation>Go on printing</translation>
    </message>
    <message>
        <source>上次导入“%1”没有做完，账上什么都没有写。</source>
        <translation>The import of “%1” was not finished last time; nothing was written to the books.</translation>
    </message>
    <message>
        <source>接着导入</source>
        <translation>Go on importing</translation>
    </message>
</context>
<context>
    <name>TypePopup</name>
    <message>
        <source>这是什么材料？</source>
        <translation>What is it?</translation>
    </message>
</context>
<context>
    <name>ValueFilter</name>
    <message>
        <source>查找值</source>
        <translation>Find a value</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>All</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>VouchRow</name>
    <message>
        <source>日志末尾被整段删去时，寄出的函件和导出的文件可以作证：</source>
        <translation>Where the end of the journal was cut off, letters that were sent and files that left can prove it:</translation>
    </message>
    <message>
        <source>函件页脚的 16 位校验码，回车核对</source>
        <translation>The 16 characters at the foot of a letter, then Enter</translation>
    </message>
    <message>
        <source>函件页脚的校验码</source>
        <translation>Characters at the foot of a letter</translation>
    </message>
    <message>
        <source>核对清单文件</source>
        <translation>Check a manifest</translation>
    </message>
    <message>
        <source>清单文件</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>清单 (*.json)</source>
        <translation>Manifests (*.json)</translation>
    </message>
    <message>
        <source>日志里有“%1”那一条，它和它之前的都还在。</source>
        <translation>The journal holds the entry of “%1”: it and all before it are there.</translation>
    </message>
    <message>
        <source>日志里没有“%1”那一条：日志末尾被删去，或它不是这套账的。请先不要录入，拿备份核对。</source>
        <translation>The journal does not hold the entry of “%1”: its end was cut off, or this is of other books. Enter nothing for now, and compare with a backup.</translation>
    </message>
</context>
<context>
    <name>WatchPage</name>
    <message>
        <source>自动导入</source>
        <translation>Automatic import</translation>
    </message>
    <message>
        <source>放进这个文件夹的台账，打开程序时和每天到点时自动读取、比对、入账，结果第二天一看便知。文件不移动、不改名、不删除。</source>
        <translation>Ledgers put into this folder are read, compared and booked when the program opens and once a day; next morning you see what came of them. Files are never moved, renamed or deleted.</translation>
    </message>
    <message>
        <source>留空就不自动导入。请用专门的文件夹：里面已有的台账也会导入，从最早的开始。</source>
        <translation>Empty: nothing is imported by itself. Use a folder of its own: ledgers that lie in it already are imported too, oldest first.</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>%1，可设 %2 至 %3</source>
        <translation>%1; from %2 to %3</translation>
    </message>
    <message>
        <source>每天查看的钟点</source>
        <translation>Hour of the daily look</translation>
    </message>
    <message>
        <source>等我处理</source>
        <translation>Wait for me</translation>
    </message>
    <message>
        <source>能读的先入账</source>
        <translation>Book what can be read</translation>
    </message>
    <message>
        <source>需要判断的台账</source>
        <translation>A ledger that has to be judged</translation>
    </message>
    <message>
        <source>%1。需要判断的有：读不出或不确定的单元格、存疑的行、合计不符、会改动已有人处理过的债权。</source>
        <translation>%1. To be judged: cells not read or read with a doubt, doubtful rows, totals that differ, changes to claims somebody has worked on.</translation>
    </message>
    <message>
        <source>自动导入的文件夹</source>
        <translation>Folder for automatic import</translation>
    </message>
    <message>
        <source>这个文件夹现在打不开；接通以后会自动导入。</source>
        <translation>This folder cannot be reached now; ledgers come once it is connected.</translation>
    </message>
</context>
<context>
    <name>WaybillPage</name>
    <message>
        <source>扫描或输入后回车，跳到下一封；也可粘贴一列</source>
        <translation>Scan, or type and press Enter, to go to the next; or paste a column</translation>
    </message>
    <message>
        <source>按债务人资料</source>
        <translation>As in the debtor&apos;s data</translation>
    </message>
    <message>
        <source>邮件单号</source>
        <translation>Waybill</translation>
    </message>
    <message>
        <source>交寄日期</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>交寄方式</source>
        <translation>Carrier</translation>
    </message>
    <message>
        <source>收件地址来源</source>
        <translation>Source of the address</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>债务人</source>
        <translation>Debtor</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>已填 %1 / %2</source>
        <translation>%1 / %2 entered</translation>
    </message>
    <message>
        <source>%1 个有误</source>
        <translation>%1 faulty</translation>
    </message>
</context>
<context>
    <name>Whereabouts</name>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>在场人员</source>
        <translation>Who was present</translation>
    </message>
    <message>
        <source>对方号码、邮箱或账号</source>
        <translation>Their number, address or account</translation>
    </message>
    <message>
        <source>我方号码、邮箱或账号</source>
        <translation>Our number, address or account</translation>
    </message>
</context>
<context>
    <name>WindowLock</name>
    <message numerus="yes">
        <source>上次锁定以后有 %1 次输错口令。</source>
        <translation>
            <numerusform>%1 wrong pass phrase was tried since the window was locked.</numerusform>
            <numerusform>%1 wrong pass phrases were tried since the window was locked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WizardShell</name>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>WordingWindow</name>
    <message>
        <source>改用语：%1</source>
        <translation>Wording: %1</translation>
    </message>
    <message>
        <source>保存为新版本</source>
        <translation>Keep as a version</translation>
    </message>
    <message>
        <source>只改这一封</source>
        <translation>For this letter only</translation>
    </message>
    <message>
        <source>部分</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>一行一句；没有的事实，那一句不印。“或：”开头的一行，在上一行不印时才印。空一行另起一段，**字** 加粗。</source>
        <translation>One line is one sentence; a line naming an unknown fact is left out. A line beginning with or: is said where the one before was left out. An empty line begins a paragraph, **so** is bold.</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>插入字段</source>
        <translation>Insert field</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>程序原有用语</source>
        <translation>The program&apos;s words</translation>
    </message>
    <message>
        <source>取用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>改过的用语还没有保存。</source>
        <translation>The changed wording is not kept yet.</translation>
    </message>
    <message>
        <source>不保存？</source>
        <translation>Discard?</translation>
    </message>
    <message>
        <source>不保存</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>WorkdayPage</name>
    <message>
        <source>工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
</context>
<context>
    <name>WriteOffDialog</name>
    <message>
        <source>核销</source>
        <translation>Write off</translation>
    </message>
    <message>
        <source>提请批准</source>
        <translation>Ask for approval</translation>
    </message>
    <message>
        <source>核销金额</source>
        <translation>Sum to write off</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>注销证明、终结执行裁定等</source>
        <translation>Proof of deregistration, order ending enforcement</translation>
    </message>
    <message>
        <source>核销是记账上的放弃，不是付款，诉讼时效不变；债权本身不消灭。</source>
        <translation>A write-off gives up in the books only: it is no payment, limitation stays, the claim itself lives on.</translation>
    </message>
    <message>
        <source>须由另一人批准后才入账。</source>
        <translation>It is booked once somebody else approves.</translation>
    </message>
    <message>
        <source>证据文件</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>请填写金额</source>
        <translation>Enter a sum</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Give the reason</translation>
    </message>
</context>
<context>
    <name>_CommandList</name>
    <message>
        <source>导入台账</source>
        <translation>Import ledger</translation>
    </message>
    <message>
        <source>导入银行流水</source>
        <translation>Take a bank statement</translation>
    </message>
    <message>
        <source>新增债权</source>
        <translation>New claim</translation>
    </message>
    <message>
        <source>批量催款函</source>
        <translation>Bulk letters</translation>
    </message>
    <message>
        <source>导出所选债权</source>
        <translation>Export selected claims</translation>
    </message>
    <message>
        <source>导出账龄 Excel</source>
        <translation>Export aging to Excel</translation>
    </message>
    <message>
        <source>导出账龄 PDF</source>
        <translation>Export aging to PDF</translation>
    </message>
    <message>
        <source>自动导入的台账</source>
        <translation>Ledgers imported by themselves</translation>
    </message>
    <message>
        <source>现在查看自动导入文件夹</source>
        <translation>Look into the watched folder now</translation>
    </message>
    <message>
        <source>本单位资料</source>
        <translation>Creditor data</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>导出记录</source>
        <translation>Files that left</translation>
    </message>
    <message>
        <source>个人信息</source>
        <translation>A person&apos;s data</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>账龄（任一截止日）</source>
        <translation>Aging on any day</translation>
    </message>
    <message>
        <source>回款记录</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>对账明细</source>
        <translation>Statement of account</translation>
    </message>
    <message>
        <source>函件邮寄</source>
        <translation>Post letters</translation>
    </message>
    <message>
        <source>登记函件签收</source>
        <translation>Record the delivery of a letter</translation>
    </message>
    <message>
        <source>函件批次</source>
        <translation>Runs of letters</translation>
    </message>
    <message>
        <source>函件效果</source>
        <translation>What letters bring in</translation>
    </message>
    <message>
        <source>证据册</source>
        <translation>Bundle of evidence</translation>
    </message>
    <message>
        <source>用预收款或贷项抵账</source>
        <translation>Set off an advance or a credit</translation>
    </message>
    <message>
        <source>按到账顺序重新分配回款</source>
        <translation>Share receipts anew in the order of their days</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>表内查找</source>
        <translation>Find in table</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>保存当前筛选为视图</source>
        <translation>Save these filters as a view</translation>
    </message>
    <message>
        <source>记录通话</source>
        <translation>Log call</translation>
    </message>
    <message>
        <source>催款函</source>
        <translation>Demand letter</translation>
    </message>
    <message>
        <source>新建分期协议</source>
        <translation>New payment plan</translation>
    </message>
    <message>
        <source>登记回款</source>
        <translation>Book receipt</translation>
    </message>
    <message>
        <source>登记或查看争议</source>
        <translation>Enter or see a dispute</translation>
    </message>
    <message>
        <source>分配负责人</source>
        <translation>Assign owner</translation>
    </message>
    <message>
        <source>划入或移出专项小组</source>
        <translation>Into or out of the task force</translation>
    </message>
    <message>
        <source>添加证据</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>写备注</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>在表中修改负责人或备注</source>
        <translation>Edit owner or note in the table</translation>
    </message>
    <message>
        <source>证据完整度</source>
        <translation>Proof of the open claims</translation>
    </message>
    <message>
        <source>时效怎么算的</source>
        <translation>How the clock runs</translation>
    </message>
    <message>
        <source>登记时效事件</source>
        <translation>Limitation event</translation>
    </message>
    <message>
        <source>登记期限</source>
        <translation>Add deadline</translation>
    </message>
    <message>
        <source>登记连带债务</source>
        <translation>Enter joint debts</translation>
    </message>
    <message>
        <source>保证人和担保</source>
        <translation>Guarantors and security</translation>
    </message>
    <message>
        <source>全部争议</source>
        <translation>All disputes</translation>
    </message>
    <message>
        <source>专案</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>全部专案</source>
        <translation>All cases</translation>
    </message>
    <message>
        <source>核销</source>
        <translation>Write off</translation>
    </message>
    <message>
        <source>待批准</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>利息怎么算的</source>
        <translation>How interest is reckoned</translation>
    </message>
    <message>
        <source>登记逾期利息约定</source>
        <translation>Enter late-payment terms</translation>
    </message>
    <message>
        <source>登记费用和利息</source>
        <translation>Enter costs and interest</translation>
    </message>
    <message>
        <source>利息计算器</source>
        <translation>Interest calculator</translation>
    </message>
    <message>
        <source>判决后的利息</source>
        <translation>Interest after judgment</translation>
    </message>
    <message>
        <source>诉讼费用</source>
        <translation>Court fees</translation>
    </message>
    <message>
        <source>金额大写</source>
        <translation>Sums in capitals</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>破产申报</source>
        <translation>Bankruptcy filing</translation>
    </message>
    <message>
        <source>回款指标和坏账准备</source>
        <translation>Collection indicators and loss allowance</translation>
    </message>
    <message>
        <source>转到%1</source>
        <translation>Go to %1</translation>
    </message>
    <message>
        <source>搜索或命令</source>
        <translation>Search or run</translation>
    </message>
    <message>
        <source>显示或隐藏详情</source>
        <translation>Show or hide details</translation>
    </message>
    <message>
        <source>收起或展开侧栏</source>
        <translation>Collapse or expand the sidebar</translation>
    </message>
    <message>
        <source>显示或隐藏菜单栏</source>
        <translation>Show or hide the menu bar</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
</context>
<context>
    <name>_ExportQuestion</name>
    <message>
        <source>%1，遮住电话、地址、账号和证件号码</source>
        <translation>%1, telephones, addresses, accounts and identity numbers masked</translation>
    </message>
    <message>
        <source>%1，个人信息不遮（要写明用途）</source>
        <translation>%1, personal data in the clear (say what for)</translation>
    </message>
    <message>
        <source>个人信息会原样写进文件。用途和谁导出的一起记在“导出记录”里。</source>
        <translation>Personal data are written into the file as they are. The purpose stands in the log of exports, with who made it.</translation>
    </message>
    <message>
        <source>导出个人信息</source>
        <translation>Export personal data</translation>
    </message>
    <message>
        <source>做什么用</source>
        <translation>What it is for</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>_Piece</name>
    <message>
        <source>材料信息</source>
        <translation>About this document</translation>
    </message>
    <message>
        <source>导出副本</source>
        <translation>Export a copy</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已作废：%1</source>
        <translation>Void: %1</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>记录通话</source>
        <translation>Log call</translation>
    </message>
    <message>
        <source>催款函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>新建分期协议</source>
        <translation>New payment plan</translation>
    </message>
    <message>
        <source>登记回款</source>
        <translation>Book receipt</translation>
    </message>
    <message>
        <source>对账明细</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>看它的债权</source>
        <translation>Show its claims</translation>
    </message>
    <message>
        <source>保证人和担保</source>
        <translation>Guarantors and security</translation>
    </message>
    <message>
        <source>合并客户</source>
        <translation>Merge debtors</translation>
    </message>
    <message>
        <source>修改资料</source>
        <translation>Edit data</translation>
    </message>
    <message>
        <source>另有费用、利息和违约金 %1</source>
        <translation>costs, interest and penalties besides: %1</translation>
    </message>
    <message>
        <source>没有未结清的债权</source>
        <translation>No open claim</translation>
    </message>
    <message numerus="yes">
        <source>%1 笔债权</source>
        <translation>
            <numerusform>%1 claim</numerusform>
            <numerusform>%1 claims</numerusform>
        </translation>
    </message>
    <message>
        <source>其中逾期 %1</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>无记录</source>
        <translation>No record</translation>
    </message>
    <message>
        <source>近一年没有付清的债权</source>
        <translation>Nothing settled in the last year</translation>
    </message>
    <message>
        <source>近一年付清的债权</source>
        <translation>Claims settled in the last year</translation>
    </message>
    <message>
        <source>此前一年 %1</source>
        <translation>The year before: %1</translation>
    </message>
    <message>
        <source>没有落空的承诺</source>
        <translation>No promise was broken</translation>
    </message>
    <message>
        <source>上次未兑现 %1</source>
        <translation>Last broken %1</translation>
    </message>
    <message>
        <source>预收 %1</source>
        <translation>Advance %1</translation>
    </message>
    <message>
        <source>银行待入账 %1</source>
        <translation>In the bank, unbooked %1</translation>
    </message>
    <message>
        <source>可能属于它 %1</source>
        <translation>Perhaps this debtor&apos;s %1</translation>
    </message>
</context>
</TS>
