"""Strings and IRIs that try to run, or to lead elsewhere, wherever a page shows them."""

import pytest

from communique.core.iris import NAMESPACE, Iris

WORDS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>alert(1)",
    "--><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</code></pre><script>alert(1)</script>",
    "</textarea></select></option><script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}{{ config }}",
    "${alert(1)}",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "\u2028alert(1)\u2029",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<base href='https://example.org/'>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<details open ontoggle=alert(1)>",
    "]]><script>alert(1)</script>",
    "<math><mi xlink:href='javascript:alert(1)'>x",
    "\\u003cscript>alert(1)\\u003c/script>",
    "<object data='data:text/html,<script>alert(1)</script>'>",
    "<form action='javascript:alert(1)'><button autofocus>",
]
_BASE = Iris().base
IRIS = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html,alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "view-source:https://example.org/",
    "blob:https://example.org/x",
    "about:blank",
    "wyciwyg://example.org/",
    "urn:x:'-alert(1)-'",
    "https://example.org/'onmouseover='alert(1)",
    "https://example.org/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "https://example.org/&quot;onload=&quot;alert(1)",
    "https://example.org/?a=1&lt;script&gt;alert(1)",
    "https://javascript:alert(1)@example.org/",
    "https://example.org/#javascript:alert(1)",
    "https://example.org/$%7B7*7%7D",
    "https://example.org/\u202egpj.exe",
    "https://example.org/?&quot;&gt;&lt;script&gt;&apos;",
    "HTTPS://EXAMPLE.ORG/'onclick='alert(1)",
    f"{_BASE}id/javascript:alert(1)",
    f"{_BASE}id/x'onclick='alert(1)",
    f"{_BASE}id/..%2f..%2f%3Cscript%3E",
    f"{_BASE}id/&quot;&gt;&lt;script&gt;",
    f"{_BASE}id/x#'onload='alert(1)",
    f"{_BASE}id/x#javascript:alert(1)",
    f"{_BASE}graph/javascript:alert(1)",
    f"{NAMESPACE}'onload='alert(1)",
    f"{NAMESPACE}&quot;onload=&quot;alert(1)",
]
#: IRIs that no parser of ours lets in: they aren't any.
NO_IRIS = [
    'https://example.org/"><script>alert(1)</script>',
    "https://example.org/ onload=alert(1)",
    "https://example.org/{{7*7}}",
    "https://example.org/`alert(1)`",
    "https://example.org/\\'",
    "java%0ascript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "//example.org/<svg/onload=alert(1)>",
]

#: Whether the browser passes over the policy. Where escaping alone does, the policy has no work
#: left, so both are tried in the full matrix only.
POLICIES = [
    pytest.param(False, id="with policy", marks=pytest.mark.full),
    pytest.param(True, id="without policy"),
]
