#+ finds:
#+   - ["cq:Text", "zh-Hans: 0"]
#+ also: [T02]
DELETE DATA { cq:Text skos:prefLabel "文本"@zh-Hans }
