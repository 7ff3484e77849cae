"""The words with which titles begin, by role, without accents and blanks.

All lines are tried at once: the earliest place in the title wins, and at the same place the line that stands first.
So longer heads stand above shorter ones: "fecha de seguimiento" above "fecha", "línea base" above "línea".
"""

import re

# a line that begins with a blank goes on with the one above
_TITLES = r"""
other           fechas?(?:de|del|dela|real|ultim[oa])*(?:seguim|report|corte|evaluac|suscri|aproba|elabora
                |actualiz|verific|hallazgo|auditor|real(?!izacion$)|ejecutad|monitor|revis|cumplimientoreal|registro|radica
                |publicacion)
other           ^ultim[oa]s?(?:actualiz|modific|report|revis|seguim|cambio|fecha)|^actualiza(?:cion|doa?l?)$|^corte$
other           ^%?(?:avance|resultado|cumplimiento|ejecucion|logro)ponderad[oa]$
window          fechas?[a-z]{0,12}inici[a-z]{0,14}(?:fin|termin)|periodode(?:ejecucion|realizacion)
window          tiempos?(?:de(?:ejecucion|implementacion|realizacion)|programado|estimado)
other           ^(?:verificacion|validacion|concepto)de
start           (?:f(?:echas?|ec)?|^mes)(?:de|del|dela|program(?:ada|acion)|prevista|planead[oa]|estimad[oa]
                |propuest[oa]|tentativ[oa]|proyectad[oa])*(?:inici|arranque|comienzo|apertura)
start           ^inici(?:o|al$|acion)|^desde$|^start
due             ^(?:nuev[oa])?(?:fechas?|plazo)?(?:de|dela|del)?(?:prorroga|ampliacion(?:de)?l?plazo|reprograma)
window          ^mes(?:es)?(?:de(?:la)?)?(?:ejecucion|program(?:ad[oa]|acion)|previst[oa]|realizacion|propuest[oa]
                |desarrollo|implementacion)$
due             (?:f(?:echas?|ec)?|^mes)(?:de|del|dela|para|program(?:ada|acion)|prevista|planead[oa]|maxima
                |limite|estimad[oa]|propuest[oa]|tentativ[oa]|proyectad[oa])*(?:fin(?!anc)|termin|venc|limite|entrega
                |culmin|cierre|hasta|cumplim|maxima|compromiso|ejecucion|programada|prevista|implementacion)
due             ^fin(?:al(?:izacion)?)?$|^finalizacion|^terminacion|^vencimiento|^hasta$|^culminacion
due             ^plazo(?:maximo|limite|final)|^fechaslimites?|^due(?!n)
duration        plazo(?:de(?:ejecucion)?)?(?:en)?(?:semanas|dias|meses)|(?:numero|no|n|#)?(?:de)?semanas
duration        duracion
other           ^fechas?(?:dela)?(?:nc|noconformidad)$
window          ^fechas?(?:(?:de|del|dela|delas)?(?:actividad|accion|tarea|hito|compromiso|realizacion)(?:e?s)?
                |programadas?)?$|plazos?|cronograma
window          ^cuando
email           correos?|email|emails|mail$
co_responsible  corresponsable|dependencias?(?:de)?apoyo|areas?(?:de)?apoyo|apoyoa?|otrosresponsables
co_responsible  respons[a-z]{0,5}(?:de|del|por)?(?:la|el)?(?:seguim|verific|monitor|evaluac|report)
co_responsible  participantes|involucrados|cooresponsable|responsablesdeapoyo
responsible     ^enlaces?respons|^(?:supervisor|gestor|coordinador|delegad[oa]|ejecutor)(?:a|es|as)?$
responsible     ^unidad(?:es)?ejecutor|^equipoauditor
responsible     respons|encargad|liderde|lider(?!azgo)|dependencias?(?:ejecutora)?|quienl?o?|acargo|^areas?$
responsible     ^oficinas?$|^secretarias?$|^sectorial$|equipos?(?:de)?(?:trabajo|ejecutor)?$
responsible     ^(?:(?:macro|sub)?procesos?|programas?|proyectos?|sector(?:ial)?|grupo|entidad|nivel|componente|linea)
                (?:(?:o|y)?(?:area|dependencia|oficina|equipo|unidad))?(?:respons|lider(?!azgo)|encargad|acargo
                |ejecutor|quelidera|quereporta)
responsible     ^(?:funcionari|servidor|profesional|contratista|referente|gerente|duen[oa]|propietari[oa]del)|^cargo
responsible     ^auditor(?:a|es)?(?:lider|asignad|encargad|$)|^centros?(?:de)?(?:formacion|zonal)
item            ^(?:items?|no|n|num|numero|nro|cod|codigo|id|consec(?:utivo)?|orden|#|it|fila|nodeorden)$
item            ^ref(?:erencia)?$
item            (?:(?<![a-z])(?:no|n|nro|cod|id)|numero|codigo|consecutivo)(?:de|del)?(?:l)?(?:hallazgo|item|orden
                |plan)
number          (?:(?<![a-z])(?:no|n|nro|num|cod|id)|numero|codigo|consecutivo|#)(?:de|dela|del)?(?:la)?
                (?:activ|accion|tarea)
number          (?:(?<![a-z])(?:no|n|nro|cod|id)|codigo|#)(?:de|del)?(?:l)?(?:indicador|meta|producto)(?!e?s)
unit            (?:unidad(?:es)?|unid|und|u)(?:de)?(?:la)?(?:medida|medicion)|^unidad(?:es)?$|^um$
unit            denominaciondelaunidad|tipodeunidad|medidode
result          (?:cantidad(?:es)?|metas?|unidades|magnitud(?:es)?)(?:fisicas?)?(?:ejecutad|alcanzad|lograd|cumplid
                |realizad|avanzad|reportad|obtenid|atendid)
target          magnitud|^cuantos?$|cantidad|valoresperado|valorobjetivo|valormeta|nivelesperado
target          numero?de(?:productos|entregables)
baseline        (?:valor)?(?:de(?:la)?)?l(?:inea)?(?:de)?base|^lb(?:20\d\d)?$|valorbase|valorinicial
                |situacioninicial|^base$
other           ^(?:cod(?:igo)?(?:del?)?)?(?:mga|bpin|bpim|ccpet|kpt|dnp)(?!\w)
weight          pesos?(?:%|porcentual|relativo|ponderad[oa]|dela?|$)|(?:%|porcentaje)?(?:de)?(?:la)?pondera
weight          ^peso|^pond(?!u)|(?:%|porcentaje)(?:de)?(?:participacion|importancia|peso)
accumulation    (?:tipo|forma)(?:de)?(?:la)?(?:acumula|calculo|agrega|meta|sumatoria|medicion|anualiza)|acumulacion
accumulation    ^acumulad[oa]r?/?|comportamientode
other           periodicidad|frecuencia|tendencia|orientacion|sentido|presupuest|recurso|costos?|rubro|^cdp
other           inversion|valorpesos|fuentede(?:financ|recurs)|estado|semaforo|alerta|calificacion|tipode
other           marcatemporal|timestamp
other           modalidad|clasede|naturaleza|riesgo|efecto|consecuencia|vigencia|puntaje|normativ|norma
other           poblacion|lugar|^\$|observaciongeneral|eficacia|eficiencia|efectividad|prioridad|origen
other           dirigid[oa]s?a|publicoobjet|beneficiari|asistentes|intensidadhor|^hora
other           palabrasclave|odsrelac|^ods
stage           ciclo|phva|pdca|planearhacer|etapadelciclo
cause           analisis(?:de)?(?:la|las)?causa|causas?raiz
evidence        evidencia|soporte|medi(?:o|os)(?:de)?verifica|fuente(?:s)?de(?:verific|inform|dato)|anexo
evidence        enlace|link|urlde|ruta|registro(?:s)?$|documentosoporte
observations    observacion|comentario|analisis
observations    (?:seguimiento|avance|monitoreo|reporte)(?:es)?(?:cualitativ|descriptiv|narrativ)
observations    descripcion(?:del?|de)(?:los?|las?)?(?:avance|seguim|logro|gestion|monitor|resultado)
observations    justificacion|logrosyd|gestionrealizada|dificultad|actividadesrealizadas
observations    actividadescumplidas|acciones(?:adelantadas|realizadas|pendientes|ejecutadas|cumplidas)
observations    actividadesadelantadas|avancesypend|conclusion|relatoria|retroalimenta|resumendelavance
observations    cualitativ|narrativ
numerator       (?:valor)?(?:del)?numerador|^num$
denominator     (?:valor)?(?:del)?denominador|^den$
formula         formula|metodo(?:de)?calculo|ecuacion|variables|expresionmatem|calculodelindicador
indicator       indicador|kpi
deliverable     metas?(?:o|y|/)?producto|productos?|entregable|resultados?esperad|biene?s?(?:o|y)?servicio
deliverable     salidas?$|logroesperado
target          ^metas?(?:anual(?:es)?|total|fisicas?|fisicaanual)?(?:programad|proyectad|previst)
programmed      (?:total|valor|avance|meta|cantidad|%|porcentaje)?(?:de)?(?:lo|actividades)?(?:programad|planead
                |proyectad|previst|planificad)
programmed      (?:%|porcentaje|nivel|grado)*(?:de|del)*(?:avance|cumplimiento|ejecucion|progreso)
                (?:fisico|acumulado)*(?:esperad|programad|planead|proyectad|previst|planificad)
programmed      programacion|cronogramametas|metasporperiodo
target          meta(?!dat|l|nt|s?de(?:l)?plan(?:de)?desarrollo)|valoralcanzar|^objetivodelindicador
result          (?:total|valor|avance|%|porcentaje|nivel|grado)*(?:de|del|dela|de?lo|fisico
                |actividades)*(?:ejecutad|ejecucion|avance|resultado|logro(?!s?y)|lograd|cumplim|cumplid
                |alcanzad|obtenid|reportad|realizad|medicion|desempeno)
result          ^%$|^porcentaje$|^total(?:acumulado)?$|acumuladoa|seguimiento|monitoreo|^reporte|^real$
result          ^valor$|^dato$
cause           causa|raiz|porque
finding         hallazgo|noconformidad|^situacion|debilidad|observaciondeaudit
finding         oportunidad(?:es)?(?:de)?mejora|recomendacion|^brecha|condicion|criterioauditado
design          disen[oe]alternativ|alternativas?(?:de)?mejora|diagnostico
activity        ^(?:capacitaci(?:on|ones)|cursos?|talleres|eventos?|tramites?|obras?)$
activity        ^auditorias?(?:internas?)?(?:[oy/]?(?:seguimientos?|informes?|evaluaci(?:on|ones)))*$
activity        ^unidad(?:es)?auditable
activity        actividad|tareas?|hitos?|compromisos?|quevamosa|queseva|quesehara|queharemos|quehacer|labores
                |gestionesarealizar|^que$
action          (?<!red)(?<!isf)(?<!ans)(?<!nter)(?<!fr)accion(?:es)?|mejoras?(?:a|propuest|por)|iniciativas?
action          intervencion|medidas?(?:a|correct|de)
action          estrategiaaimplementar|propuestas?(?:de)?mejora
path            criterio|categoria|(?:sub)?componente|dimension|politica|objetivo|estrategia|linea|ejes?(?!c)
path            programa|proyecto|(?:macro|sub)?proceso|perspectiva|factor|sector|pilar|habilitador|ambito
path            tematica|^temas?|aspecto|requisito|autodiagnostico|pregunta|producto|elemento|capitulo|fase
path            ^(?:areas?de)?gestion$|etapa|propositos?|reto|subsistema|modulo|sistema$|plan$|grupo|nivel$
"""
_LINES = re.sub(r"\n +", "", _TITLES).split("\n")
TITLES: tuple[tuple[str, str], ...] = tuple((role, pattern) for role, pattern in map(str.split, filter(None, _LINES)))
# words that people misspell: one or two letters off, they are taken for these
LEXICON = [
    "actividad",
    "actividades",
    "responsable",
    "responsables",
    "indicador",
    "indicadores",
    "producto",
    "productos",
    "entregable",
    "resultado",
    "resultados",
    "observaciones",
    "observacion",
    "trimestre",
    "bimestre",
    "semestre",
    "cuatrimestre",
    "componente",
    "hallazgo",
    "evidencia",
    "descripcion",
    "programado",
    "ejecutado",
    "programacion",
    "ejecucion",
    "seguimiento",
    "avance",
    "dependencia",
    "unidad",
    "medida",
    "cantidad",
    "ponderacion",
    "formula",
    "numerador",
    "denominador",
    "terminacion",
    "finalizacion",
    "inicio",
    "fecha",
    "meta",
    "metas",
    "objetivo",
    "categoria",
    "categorias",
    "criterio",
    "estrategia",
    "aprobacion",
    "version",
    "codigo",
    "cumplimiento",
    "corresponsable",
    "acumulacion",
    "linea",
    "base",
]
# shortened words that are not the beginning of the whole one, or of more than one
SHORT_FORMS = {
    "und": "unidad",
    "unds": "unidad",
    "uds": "unidad",
    "ud": "unidad",
    "med": "medida",
    "est": "estado",
    "ctd": "cantidad",
    "nro": "numero",
    "fch": "fecha",
    "ppto": "presupuesto",
    "pto": "presupuesto",
    "vlr": "valor",
    "res": "resultado",
    "rta": "resultado",
    "rdo": "resultado",
    "rble": "responsable",
    "rpble": "responsable",
    "dpcia": "dependencia",
    "dcia": "dependencia",
    "cumpl": "cumplimiento",
}
