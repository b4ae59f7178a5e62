import { describe, expect, test } from 'vitest';
import { decode } from './decoder.ts';
import { realData } from './example-data.ts';

/** Each line is a kind of paste: what it is, the text, the findings in order of first appearance. */
const codesIn = (text: string) =>
  decode(text, realData)
    .findings.map(({ set, code }) => `${set}:${code}`)
    .join(' ');

describe('JSON, whole and broken', () => {
  test.each([
    ['a code behind the word', '{"status":"failed (4720)","to":"+12025550100"}', 'bandwidth:4720'],
    [
      'a code behind the word, with its name',
      '{"status":"Failed - 4720 invalid-destination-address"}',
      'bandwidth:4720',
    ],
    ['a code behind the word of a field', 'To: +12025550100\nStatus: Failed (4720)\nSegments: 1', 'bandwidth:4720'],
    [
      'a code behind the word in a cell',
      'to,status,parts\n+12025550100,failed (4720),1\n+12025550101,delivered,1\n',
      'bandwidth:4720',
    ],
    ['a number behind a word for success', '{"status":"delivered (4720)","to":"+12025550100"}', ''],
    ['a list under a plural', '{"errors":[4720,4770]}', 'bandwidth:4720 bandwidth:4770'],
    ['JSON object', '{"type":"message-failed","errorCode":4770,"to":"+12025550100"}', 'bandwidth:4770'],
    [
      'JSON with comments and trailing commas',
      '{\n  // from the 4432 run\n  "type": "message-failed", /* retry 4720 */\n  "errorCode": 4770,\n}',
      'bandwidth:4770',
    ],
    ['unquoted keys', `{type: 'message-failed', errorCode: 4750, to: '+12025550100'}`, 'bandwidth:4750'],
    ['JSON5-ish single quotes', `{'errorCode':'4751','type':'message-failed'}`, 'bandwidth:4751'],
    [
      'duplicate keys both read',
      '{"type":"message-failed","errorCode":4720,"errorCode":4750}',
      'bandwidth:4720 bandwidth:4750',
    ],
    [
      'concatenated objects',
      '{"type":"message-failed","errorCode":4720}{"type":"message-failed","errorCode":4750}',
      'bandwidth:4720 bandwidth:4750',
    ],
    ['truncated before the code', '{"type":"message-failed","time":"2024-05-14T12:00:02Z","errorCode":47', ''],
    [
      'truncated after the code',
      '{"type":"message-failed","errorCode":4770,"description":"destination-sp',
      'bandwidth:4770',
    ],
    ['missing quote', '{"type": "message-failed, "errorCode": 4770}', 'bandwidth:4770'],
    ['missing comma', '{"type": "message-failed" "errorCode": 4770}', 'bandwidth:4770'],
    [
      'wrapped by mail',
      '{"type":"message-failed","description":"rejected-unallocated-\nfrom-number","errorCode":4405,\n"to":"+12025550100"}',
      'bandwidth:4405',
    ],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('printed objects', () => {
  test.each([
    ['Python repr', `{'type': 'message-failed', 'errorCode': 4770, 'message': {'tag': None}}`, 'bandwidth:4770'],
    [
      'Python dataclass',
      `StatusCallback(type='message-failed', error_code=4770, to='+12025550100', message=Message(id='m', segment_count=1))`,
      'bandwidth:4770',
    ],
    ['Python bytes', `b'[{"type":"message-failed","errorCode":4770}]'`, 'bandwidth:4770'],
    ['Python bytes escaped', `body=b'{"type": "message-failed", "errorCode": 4770}\\n'`, 'bandwidth:4770'],
    ['Ruby hash', '{"type"=>"message-failed", "errorCode"=>4770, "to"=>"+12025550100"}', 'bandwidth:4770'],
    ['Ruby symbols', '{:type=>"message-failed", :error_code=>4770}', 'bandwidth:4770'],
    ['Ruby new hash', '{type: "message-failed", error_code: 4770}', 'bandwidth:4770'],
    [
      'Ruby object',
      '#<Bandwidth::StatusCallback:0x00007f @type="message-failed", @error_code=4770, @to="+12025550100">',
      'bandwidth:4770',
    ],
    ['OpenStruct', '#<OpenStruct type="message-failed", errorCode=4770>', 'bandwidth:4770'],
    [
      'node inspect',
      "{\n  type: 'message-failed',\n  errorCode: 4770,\n  message: { id: 'abc', to: [ '+12025550100' ] }\n}",
      'bandwidth:4770',
    ],
    ['JS Map', `Map(2) { 'type' => 'message-failed', 'errorCode' => 4770 }`, 'bandwidth:4770'],
    [
      'PHP print_r',
      'Array\n(\n    [type] => message-failed\n    [errorCode] => 4770\n    [message] => Array\n        (\n            [id] => 4432\n        )\n\n)\n',
      'bandwidth:4770',
    ],
    [
      'PHP var_dump',
      'array(2) {\n  ["type"]=>\n  string(14) "message-failed"\n  ["errorCode"]=>\n  int(4770)\n}',
      'bandwidth:4770',
    ],
    ['PHP var_export', "array (\n  'type' => 'message-failed',\n  'errorCode' => 4770,\n)", 'bandwidth:4770'],
    [
      'PHP object',
      'object(stdClass)#3 (2) {\n  ["type"]=>\n  string(14) "message-failed"\n  ["errorCode"]=>\n  string(4) "4770"\n}',
      'bandwidth:4770',
    ],
    ['Java map', '{type=message-failed, errorCode=4770, to=+12025550100, message={id=4432, text=}}', 'bandwidth:4770'],
    ['Lombok', 'StatusCallback(type=message-failed, errorCode=4770, to=+12025550100)', 'bandwidth:4770'],
    [
      'Java swagger',
      'class StatusCallback {\n    time: 2024-05-14T10:00Z\n    type: message-failed\n    errorCode: 4770\n}',
      'bandwidth:4770',
    ],
    ['Kotlin', 'MessageFailed(errorCode=4770, description=spam, to=[+12025550100])', 'bandwidth:4770'],
    ['C# record', 'StatusCallback { Type = message-failed, ErrorCode = 4770, To = +12025550100 }', 'bandwidth:4770'],
    ['C# anonymous', '{ type = message-failed, errorCode = 4770 }', 'bandwidth:4770'],
    [
      'Go %+v',
      '{Type:message-failed Time:2024-05-14 ErrorCode:4770 Description:spam detected To:+12025550100}',
      'bandwidth:4770',
    ],
    ['Go map', 'map[errorCode:4770 description:spam type:message-failed]', 'bandwidth:4770'],
    [
      'Go %#v',
      'main.Event{Type:"message-failed", ErrorCode:4770, Message:(*main.Message)(0xc000010)}',
      'bandwidth:4770',
    ],
    ['Elixir', '%{"type" => "message-failed", "errorCode" => 4770}', 'bandwidth:4770'],
    ['Elixir struct', '%Event{type: "message-failed", error_code: 4770, to: nil}', 'bandwidth:4770'],
    ['Rust', 'Event { kind: "message-failed", error_code: Some(4770), to: "+12025550100" }', 'bandwidth:4770'],
    ['Swift', '["type": "message-failed", "errorCode": 4770]', 'bandwidth:4770'],
    ['NSDictionary', '{\n    errorCode = 4770;\n    type = "message-failed";\n}', 'bandwidth:4770'],
    [
      'Perl Dumper',
      "$VAR1 = {\n          'type' => 'message-failed',\n          'errorCode' => 4770\n        };",
      'bandwidth:4770',
    ],
    ['Clojure', '{:type "message-failed", :errorCode 4770}', 'bandwidth:4770'],
    ['Clojure kebab', '{:type "message-failed" :error-code 4770}', 'bandwidth:4770'],
    ['Scala', 'Map(type -> message-failed, errorCode -> 4770)', 'bandwidth:4770'],
    [
      'protobuf text',
      'failure {\n  code: 15005\n  source { name: "sms-messagebird" code: "1" }\n}\nstatus: "delivery_failed"',
      'bird:15005',
    ],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('lines of keys and values, markup, requests', () => {
  test.each([
    [
      'PowerShell list',
      'type        : message-failed\ntime        : 2024-05-14\nerrorCode   : 4770\nto          : +12025550100',
      'bandwidth:4770',
    ],
    ['PowerShell hash', '@{type=message-failed; errorCode=4770; to=+12025550100}', 'bandwidth:4770'],
    [
      'PowerShell table',
      'type           errorCode to\n----           --------- --\nmessage-failed      4770 +12025550100',
      'bandwidth:4770',
    ],
    [
      'YAML nested',
      'status: delivery_failed\nfailure:\n  code: 15005\n  source:\n    name: sms-messagebird\n    code: "1"\n',
      'bird:15005',
    ],
    [
      'YAML list',
      '- type: message-failed\n  errorCode: 4770\n- type: message-delivered\n  text: code 4432\n',
      'bandwidth:4770',
    ],
    [
      'XML',
      '<?xml version="1.0"?><callback><type>message-failed</type><errorCode>4770</errorCode><to>+12025550100</to></callback>',
      'bandwidth:4770',
    ],
    [
      'XML Bird',
      '<message>\n <status>delivery_failed</status>\n <failure><code>15005</code><source><name>sms-messagebird</name><code>1</code></source></failure>\n</message>',
      'bird:15005',
    ],
    ['XML attributes', '<event type="message-failed" errorCode="4770" to="+12025550100"/>', 'bandwidth:4770'],
    [
      'XML named',
      '<map><entry key="type">message-failed</entry><entry key="errorCode">4770</entry></map>',
      'bandwidth:4770',
    ],
    ['logfmt', 'level=info msg="dlr" type=message-failed error_code=4770 attempt=4432', 'bandwidth:4770'],
    ['short names', 'dlr to=+12025550123 st=failed ec=4775\ndlr to=+12025550124 st=delivered ec=0', 'bandwidth:4775'],
    ['logfmt quoted', 'event="message-failed" errorCode="4770" latency=4432ms', 'bandwidth:4770'],
    ['syslog', '<134>May 14 10:00:00 host app[4432]: dlr type=message-failed errorCode=4770', 'bandwidth:4770'],
    [
      'log with JSON',
      '2024-05-14 10:00:00,123 INFO [worker-4432] webhook - Received: [{"type":"message-failed","errorCode":4770}]',
      'bandwidth:4770',
    ],
    ['docker prefix', 'web_1  | {"type":"message-failed",\nweb_1  |  "errorCode":4770}', 'bandwidth:4770'],
    ['query', 'GET /cb?type=message-failed&errorCode=4770&to=%2B12025550100 HTTP/1.1', 'bandwidth:4770'],
    ['form nested', 'status=delivery_failed&failure%5Bcode%5D=15005&failure%5Bsource%5D%5Bcode%5D=1', 'bird:15005'],
    ['form JSON', 'payload=%7B%22type%22%3A%22message-failed%22%2C%22errorCode%22%3A4770%7D', 'bandwidth:4770'],
    [
      'curl',
      'curl -X POST https://example.com/hook \\\n  -H \'Content-Type: application/json\' \\\n  -d \'{"type":"message-failed","errorCode":4770}\'',
      'bandwidth:4770',
    ],
    [
      'curl double',
      'curl -d "{\\"type\\":\\"message-failed\\",\\"errorCode\\":4770}" https://example.com',
      'bandwidth:4770',
    ],
    [
      'multipart',
      '------x\r\nContent-Disposition: form-data; name="type"\r\n\r\nmessage-failed\r\n------x\r\nContent-Disposition: form-data; name="errorCode"\r\n\r\n4770\r\n------x--',
      'bandwidth:4770',
    ],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('layers', () => {
  test.each([
    ['escaped JSON', '{\\"type\\":\\"message-failed\\",\\"errorCode\\":4770}', 'bandwidth:4770'],
    [
      'twice escaped',
      '"{\\"Message\\":\\"{\\\\\\"type\\\\\\":\\\\\\"message-failed\\\\\\",\\\\\\"errorCode\\\\\\":4770}\\"}"',
      'bandwidth:4770',
    ],
    ['escaped pretty', '"{\\n  \\"type\\": \\"message-failed\\",\\n  \\"errorCode\\": 4770\\n}"', 'bandwidth:4770'],
    ['base64', 'W3sidHlwZSI6Im1lc3NhZ2UtZmFpbGVkIiwiZXJyb3JDb2RlIjo0NzcwfV0=', 'bandwidth:4770'],
    [
      'API gateway',
      '{"resource":"/hook","isBase64Encoded":true,"body":"W3sidHlwZSI6Im1lc3NhZ2UtZmFpbGVkIiwiZXJyb3JDb2RlIjo0NzcwfV0="}',
      'bandwidth:4770',
    ],
    [
      'SQS',
      '{"Records":[{"messageId":"4432","body":"{\\"Type\\":\\"Notification\\",\\"Message\\":\\"[{\\\\\\"type\\\\\\":\\\\\\"message-failed\\\\\\",\\\\\\"errorCode\\\\\\":4770}]\\"}"}]}',
      'bandwidth:4770',
    ],
    [
      'PubSub',
      '{"message":{"data":"eyJzdGF0dXMiOiJkZWxpdmVyeV9mYWlsZWQiLCJmYWlsdXJlIjp7ImNvZGUiOjE1MDA1fX0=","messageId":"15016"}}',
      'bird:15005',
    ],
    [
      'base64 form',
      'c3RhdHVzPWRlbGl2ZXJ5X2ZhaWxlZCZzdGF0dXNSZWFzb249dW5rbm93bitzdWJzY3JpYmVyJnN0YXR1c0Vycm9yQ29kZT0x',
      'bird:15005',
    ],
    ['DynamoDB', '{"type":{"S":"message-failed"},"errorCode":{"N":"4770"}}', 'bandwidth:4770'],
    [
      'SQS attributes',
      '{"errorCode":{"Type":"Number","Value":"4770"},"type":{"Type":"String","Value":"message-failed"}}',
      'bandwidth:4770',
    ],
    [
      'OTLP',
      '{"attributes":[{"key":"type","value":{"stringValue":"message-failed"}},{"key":"errorCode","value":{"intValue":"4770"}}]}',
      'bandwidth:4770',
    ],
    [
      'HAR',
      '{"params":[{"name":"type","value":"message-failed"},{"name":"errorCode","value":"4770"}]}',
      'bandwidth:4770',
    ],
    [
      'Firestore',
      '{"fields":{"errorCode":{"integerValue":"4770"},"type":{"stringValue":"message-failed"}}}',
      'bandwidth:4770',
    ],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('characters', () => {
  test.each([
    ['HTML entities', '{&quot;type&quot;:&quot;message-failed&quot;,&quot;errorCode&quot;:4770}', 'bandwidth:4770'],
    ['entities twice', '&amp;quot;errorCode&amp;quot;:4770', 'bandwidth:4770'],
    ['smart quotes', '{“type”: “message-failed”, “errorCode”: 4770}', 'bandwidth:4770'],
    ['full-width', 'ｅｒｒｏｒ　４７７０', 'bandwidth:4770'],
    ['zero width', '4\u200b7\u200b7\u200b0', 'bandwidth:4770'],
    ['combining', '4\u03367\u03367\u03360\u0336', 'bandwidth:4770'],
    ['BOM', '\ufeff{"errorCode":4770}', 'bandwidth:4770'],
    ['ANSI', '\u001b[31mERROR\u001b[0m errorCode=\u001b[1m4770\u001b[0m', 'bandwidth:4770'],
    [
      'utf16 nul',
      '{\u0000"\u0000e\u0000r\u0000r\u0000o\u0000r\u0000C\u0000o\u0000d\u0000e\u0000"\u0000:\u00004\u00007\u00007\u00000\u0000}',
      'bandwidth:4770',
    ],
    [
      'quoted printable',
      'Content-Transfer-Encoding: quoted-printable\n\n{"type"=3A"message-failed",=\n"errorCode"=3A4770}',
      'bandwidth:4770',
    ],
    ['QP =22', '=7B=22type=22=3A=22message-failed=22=2C=22errorCode=22=3A47=\r\n70=7D', 'bandwidth:4770'],
    ['not QP', 'errorCode=4432', 'bandwidth:4432'],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('quoted in mail and chat', () => {
  test.each([
    ['mail quote', '> {"type":"message-failed",\n> "errorCode":4770,\n> "to":"+12025550100"}', 'bandwidth:4770'],
    ['markdown fence', '```\nerrorCode: 4770\n```', 'bandwidth:4770'],
    ['markdown inline', 'we get `4770` since monday', 'bandwidth:4770'],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('tables', () => {
  test.each([
    [
      'markdown table',
      '| Status | Error Code | Count |\n|---|---:|---|\n| FAILED | 4770 | 12 |\n| DELIVERED |  | 4432 |',
      'bandwidth:4770',
    ],
    [
      'markdown kv',
      '| Field | Value |\n|---|---|\n| type | message-failed |\n| errorCode | 4770 |\n| segmentCount | 4432 |',
      'bandwidth:4770',
    ],
    [
      'psql',
      ' id | status | error_code \n----+--------+------------\n  1 | failed |       4770\n  2 | delivered |       \n(2 rows)',
      'bandwidth:4770',
    ],
    [
      'mysql',
      '+----+--------+------------+\n| id | status | error_code |\n+----+--------+------------+\n|  1 | failed |       4770 |\n+----+--------+------------+',
      'bandwidth:4770',
    ],
    [
      'mysql vertical',
      '*************************** 1. row ***************************\n        id: 4432\n    status: failed\nerror_code: 4770\n*************************** 2. row ***************************\n        id: 4433\n    status: delivered\nerror_code: NULL',
      'bandwidth:4770',
    ],
    [
      'insert',
      `INSERT INTO dlr (id, status, error_code) VALUES (4432, 'failed', 4770), (4433, 'delivered', NULL);`,
      'bandwidth:4770',
    ],
    [
      'html table',
      '<table><tr><th>To</th><th>Status</th><th>Error Code</th></tr><tr><td>+12025550100</td><td>FAILED</td><td>4770</td></tr></table>',
      'bandwidth:4770',
    ],
    ['csv', 'id,status,error_code\n1,FAILED,4770\n2,DELIVERED,\n', 'bandwidth:4770'],
    ['csv semicolon', 'id;status;error_code\n1;FAILED;4770\n', 'bandwidth:4770'],
    ['tsv', 'id\tstatus\terror_code\n1\tFAILED\t4770\n', 'bandwidth:4770'],
    ['csv excel', 'id,status,"error code"\n1,FAILED,="4770"\n', 'bandwidth:4770'],
    ['csv quoted newline', 'id,text,status,error_code\n1,"hello\n4432, world",FAILED,4770\n', 'bandwidth:4770'],
    ['csv json', 'id,payload\n1,"{""type"":""message-failed"",""errorCode"":4770}"\n', 'bandwidth:4770'],
    [
      'csv dotted bird',
      'id,status,failure.code,failure.source.name,failure.source.code\n1,delivery_failed,15005,sms-messagebird,1\n',
      'bird:15005',
    ],
    [
      'csv no header',
      'm1,2024-05-14 10:00,+12025550100,FAILED,4770,1\nm2,2024-05-14 10:01,+12025550101,DELIVERED,,4432\n',
      'bandwidth:4770',
    ],
    [
      'csv single row no header',
      'm1,2024-05-14 10:00:00,SMS,OUTBOUND,+15550140001,+12025550100,FAILED,4770,1',
      'bandwidth:4770',
    ],
    ['csv after prose', 'Here is last night:\n\nto,status,error\n+12025550100,failed,4770\n', 'bandwidth:4770'],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('names of fields, wrappers and the rest', () => {
  test.each([
    ['snake', '{"type":"message-failed","error_code":"4770"}', 'bandwidth:4770'],
    ['kebab header', 'X-Error-Code: 4770\nX-Message-Type: message-failed', 'bandwidth:4770'],
    ['flattened', 'payload.failure.code=15005 payload.status=delivery_failed', 'bird:15005'],
    ['flattened underscores', 'failure_code=15005 status=delivery_failed failure_source_code=107', 'bird:15005'],
    [
      'Bird event conversation',
      '{"event":"conversation.updated","payload":{"lastMessage":{"status":"delivery_failed","failure":{"code":15005}}}}',
      'bird:15005',
    ],
    [
      'list endpoint',
      '{"totalCount":2,"messages":[{"messageId":"a","messageStatus":"FAILED","errorCode":4770},{"messageId":"b","messageStatus":"DELIVERED","errorCode":0}]}',
      'bandwidth:4770',
    ],
    ['env', 'TYPE=message-failed\nERROR_CODE=4770\nPORT=4432', 'bandwidth:4770'],
    ['ini', '[dlr]\ntype = message-failed\nerrorCode = 4770\n', 'bandwidth:4770'],
    ['git diff', '-  "errorCode": 4720,\n+  "errorCode": 4770,', 'bandwidth:4720 bandwidth:4770'],
    ['grep -n', '12:  "errorCode": 4770,\n13:  "type": "message-failed"', 'bandwidth:4770'],
    ['slack quote', 'Bob  10:31 AM\nwe got this: {"type":"message-failed","errorCode":4770}', 'bandwidth:4770'],
    ['label over value', 'Status\nFAILED\nError Code\n4770\nTo\n+12025550100', 'bandwidth:4770'],
    ['label value tab', 'Status\tFAILED\nError Code\t4770', 'bandwidth:4770'],
    [
      'JSON lines',
      '{"type":"message-delivered","to":"+1"}\n{"type":"message-failed","errorCode":4770}\n{"type":"message-failed","errorCode":4720}',
      'bandwidth:4770 bandwidth:4720',
    ],
    [
      'k8s log',
      '2024-05-14T10:00:00.000Z stdout F {"level":"warn","type":"message-failed","errorCode":4770}',
      'bandwidth:4770',
    ],
    [
      'cloudwatch',
      '{"logEvents":[{"id":"4432","timestamp":1715,"message":"{\\"type\\":\\"message-failed\\",\\"errorCode\\":4770}"}]}',
      'bandwidth:4770',
    ],
    [
      'jwt',
      'eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoibWVzc2FnZS1mYWlsZWQiLCJlcnJvckNvZGUiOjQ3NzB9.abcdefghijklmnop',
      'bandwidth:4770',
    ],
    [
      'data url',
      'data:application/json;base64,eyJ0eXBlIjoibWVzc2FnZS1mYWlsZWQiLCJlcnJvckNvZGUiOjQ3NzB9',
      'bandwidth:4770',
    ],
    ['hex', '7b2274797065223a226d6573736167652d6661696c6564222c226572726f72436f6465223a343737307d', 'bandwidth:4770'],
    [
      'python logging',
      'DEBUG:urllib3:https://x:443 "POST /dlr HTTP/1.1" 200 4432\nINFO:app:failed code=4770',
      'bandwidth:4770',
    ],
    [
      'csharp escape',
      '"{\\u0022type\\u0022:\\u0022message-failed\\u0022,\\u0022errorCode\\u0022:4770}"',
      'bandwidth:4770',
    ],
    ['tuple list', `[('type', 'message-failed'), ('errorCode', 4770)]`, 'bandwidth:4770'],
    [
      'QueryDict',
      `<QueryDict: {'status': ['delivery_failed'], 'statusReason': ['unknown subscriber'], 'statusErrorCode': ['1']}>`,
      'bird:15005',
    ],
    [
      'MultiDict',
      `ImmutableMultiDict([('status', 'delivery_failed'), ('statusReason', 'unknown subscriber')])`,
      'bird:15005',
    ],
    ['url.Values', 'map[status:[delivery_failed] statusReason:[unknown subscriber] statusErrorCode:[1]]', 'bird:15005'],
    [
      'XML soap',
      '<soap:Envelope xmlns:soap="x"><soap:Body><ns:Callback><ns:type>message-failed</ns:type><ns:errorCode>4770</ns:errorCode></ns:Callback></soap:Body></soap:Envelope>',
      'bandwidth:4770',
    ],
    [
      'plist',
      '<dict><key>type</key><string>message-failed</string><key>errorCode</key><integer>4770</integer></dict>',
      'bandwidth:4770',
    ],
    ['json in xml', '<body>{"type":"message-failed","errorCode":4770}</body>', 'bandwidth:4770'],
    ['cdata', '<msg><![CDATA[{"type":"message-failed","errorCode":4770}]]></msg>', 'bandwidth:4770'],
    ['js literal', 'const evt = { type: "message-failed", errorCode: 4770 };', 'bandwidth:4770'],
    ['sentry', 'Extra\nerrorCode\n4770\ntype\nmessage-failed', 'bandwidth:4770'],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});
