#+ finds:
#+   - ["cq:Text", "zh-Hans"]
DELETE DATA { cq:Text skos:example "一封信。"@zh-Hans }
