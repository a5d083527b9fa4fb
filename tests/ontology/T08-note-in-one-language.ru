#+ finds:
#+   - ["cq:Text", "Not speech."]
DELETE DATA { cq:Text skos:scopeNote "不含言语。"@zh-Hans }
