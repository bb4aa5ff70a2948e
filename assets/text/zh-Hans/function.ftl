function-market-research = 市场调研
function-development = 产品开发
function-new-markets = 开拓新市场
function-channels = 渠道建设
function-information = 信息传播
function-pricing = 定价
function-promotion = 促销推广
